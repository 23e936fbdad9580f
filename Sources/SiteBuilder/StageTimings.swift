/// How long the stages took, added up over all threads.
package struct StageTimings: Sendable {
    package enum Stage: String, Sendable, CaseIterable {
        case load, parse, check, render, write
    }

    private var durations: [Duration] = Array(repeating: .zero, count: Stage.allCases.count)

    package init() {}

    package subscript(stage: Stage) -> Duration {
        get { durations[stage.index] }
        set { durations[stage.index] = newValue }
    }

    mutating func measure<Result, Failure: Error>(
        _ stage: Stage,
        _ work: () throws(Failure) -> Result
    ) throws(Failure) -> Result {
        let start = ContinuousClock.now
        let result = try work()
        self[stage] += ContinuousClock.now - start
        return result
    }

    package mutating func add(_ other: StageTimings) {
        for stage in Stage.allCases { self[stage] += other[stage] }
    }
}

extension StageTimings.Stage {
    fileprivate var index: Int {
        switch self {
        case .load: 0
        case .parse: 1
        case .check: 2
        case .render: 3
        case .write: 4
        }
    }
}
