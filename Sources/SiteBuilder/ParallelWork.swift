import FileSystem
import Synchronization

/// Does a piece of work for each input on several threads, and gives the results in the order of the inputs.
///
/// A fault of the machine stops the work: what has not begun then is left undone.
func inParallel<Input: Sendable, Output: Sendable>(
    _ inputs: [Input],
    threads: Int,
    _ work: @escaping @Sendable (Input) throws(FileSystemError) -> Output
) async throws(FileSystemError) -> [Output] {
    let queue = WorkQueue(count: inputs.count)
    let workers = max(1, min(threads, inputs.count))
    let batches = await withTaskGroup(of: Result<[(Int, Output)], FileSystemError>.self) { group in
        for _ in 0..<workers {
            group.addTask {
                var done: [(Int, Output)] = []
                while let index = queue.next() {
                    // The threads are those of all tasks: whoever waits for a page of the preview comes first.
                    await Task.yield()
                    do throws(FileSystemError) {
                        done.append((index, try work(inputs[index])))
                    } catch {
                        queue.stop()
                        return .failure(error)
                    }
                }
                return .success(done)
            }
        }
        return await group.reduce(into: []) { $0.append($1) }
    }
    var outputs: [(Int, Output)] = []
    outputs.reserveCapacity(inputs.count)
    for batch in batches { outputs += try batch.get() }
    return outputs.sorted { $0.0 < $1.0 }.map(\.1)
}

/// Hands out the numbers below a count, each once.
private final class WorkQueue: Sendable {
    private let taken = Atomic<Int>(0)
    private let count: Int

    init(count: Int) {
        self.count = count
    }

    func next() -> Int? {
        let index = taken.wrappingAdd(1, ordering: .relaxed).oldValue
        return index < count ? index : nil
    }

    func stop() {
        taken.store(count, ordering: .relaxed)
    }
}
