import LocatedJSON

/// `20 November 2026`.
func inWords(_ date: CalendarDate) -> String {
    let months = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
        "December",
    ]
    return "\(date.day) \(months[(date.month - 1) % 12]) \(date.year)"
}
