import LocatedJSON
import Templates

/// `20 November 2026`.
func inWords(_ date: CalendarDate) -> Phrase {
    Phrase(
        "date.long",
        [
            "day": .number(date.day), "month": Phrase("month.\((date.month - 1) % 12 + 1)"),
            "year": .text(String(date.year)),
        ]
    )
}
