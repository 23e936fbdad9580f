/// Sentences as help pages have them: about handling, and free of claims that a checker would have to prove.
struct SampleProse {
    var random: SeededRandom

    private static let openings = [
        "Open the console and", "From the panel on the left,", "Once the connection stands,", "After the first run,",
        "When a run has ended,", "Before the next run begins,", "As soon as the form is saved,", "On the second tab,",
    ]
    private static let middles = [
        "choose the **mapping** that you prepared", "look at the `state` of each entry", "press *Continue*",
        "compare both columns of the table", "give the connection a name that colleagues will know",
        "note the number in the corner", "wait until the bar has reached its end", "keep the window in sight",
        "pick the day and the hour of the schedule", "copy the value of `workspace_id` from the form",
    ]
    private static let endings = [
        "so that the log has something to show", "because two people may work on it at once",
        "and leave the other fields as they are", "unless a colleague has done so before",
        "which takes about a minute", "even when the list is empty", "since names are compared letter by letter",
        "and go on with the line below", "as the small text beside the field says",
    ]

    /// Its number keeps listings apart: with the same few words all of them would be near copies of one another.
    mutating func sentence() -> String {
        let number = random.number(in: 1000...99_999)
        return
            "\(random.pick(Self.openings)) \(random.pick(Self.middles)) of run \(number), \(random.pick(Self.endings))."
    }

    mutating func paragraph(_ sentences: Int) -> String {
        (0..<sentences).map { _ in sentence() }.joined(separator: " ") + "\n\n"
    }

    /// Paragraphs that fill a page up to a length.
    mutating func filling(_ page: String, to byteCount: Int, under heading: String) -> String {
        var filled = page
        var number = 1
        while filled.utf8.count < byteCount - 300 {
            if number % 3 == 1 { filled += "## \(heading) \(number / 3 + 1)\n\n" }
            filled += paragraph(random.number(in: 2...4))
            number += 1
        }
        return filled
    }

    mutating func list(_ count: Int, mark: String = "-") -> String {
        (0..<count).map { _ in "\(mark) \(sentence())\n" }.joined() + "\n"
    }

    mutating func table(rows: Int) -> String {
        let body = (1...rows).map { row in
            "| `field_\(row)` | \(random.pick(Self.middles)) | \(random.number(in: 10...9000)) |\n"
        }
        return "| Field | What to do | Most |\n| :--- | :--- | ---: |\n\(body.joined())\n"
    }

    mutating func code() -> String {
        """
        ```json
        {
          "type": "record",
          "id": "R-\(random.number(in: 100_000...999_999))",
          "attributes": {"amount": \(random.number(in: 1...500)), "unit": "piece", "at": "2026-05-04T10:00:00Z"}
        }
        ```


        """
    }

    mutating func alert() -> String {
        let kind = random.pick(["NOTE", "TIP", "IMPORTANT", "WARNING"])
        return "> [!\(kind)]\n> \(sentence())\n> \(sentence())\n\n"
    }
}
