import Foundation

/// How well what is found agrees with the labels, claim by claim.
struct Score {
    private var sentences = 0
    private var right = 0
    private var wrong = 0
    private var missed = 0
    private(set) var errors: [String] = []

    mutating func add(found: Set<String>, expected: Set<String>, _ sentence: String) {
        sentences += 1
        right += found.intersection(expected).count
        wrong += found.subtracting(expected).count
        missed += expected.subtracting(found).count
        for claim in found.subtracting(expected).sorted() { errors.append("wrong: \(claim): \(sentence)") }
        for claim in expected.subtracting(found).sorted() { errors.append("missed: \(claim): \(sentence)") }
    }

    func line(for split: String) -> String {
        let precision = ratio(right, right + wrong)
        let recall = ratio(right, right + missed)
        let balance = precision + recall > 0 ? 2 * precision * recall / (precision + recall) : 0
        return "\(split): \(sentences) sentences, \(right) right, \(wrong) wrong, \(missed) missed; "
            + "precision \(text(precision)), recall \(text(recall)), F1 \(text(balance))"
    }

    private func ratio(_ part: Int, _ whole: Int) -> Double { whole == 0 ? 1 : Double(part) / Double(whole) }
    private func text(_ value: Double) -> String { String(format: "%.3f", value) }
}
