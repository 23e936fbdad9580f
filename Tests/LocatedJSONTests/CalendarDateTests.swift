import LocatedJSON
import Testing

@Test func `a day and its number lead to one another`() throws {
    for number in stride(from: -719_528, through: 2_932_896, by: 97) {
        #expect(try #require(CalendarDate(dayNumber: number)).dayNumber == number)
    }
    #expect(CalendarDate(dayNumber: 0) == CalendarDate("1970-01-01"))
    #expect(CalendarDate(dayNumber: 19_782) == CalendarDate("2024-02-29"))
    #expect(CalendarDate(dayNumber: -719_528) == CalendarDate("0000-01-01"))
    #expect(CalendarDate(dayNumber: 2_932_896) == CalendarDate("9999-12-31"))
    for beyond in [-719_529, 2_932_897, Int.min, Int.max] { #expect(CalendarDate(dayNumber: beyond) == nil) }
}
