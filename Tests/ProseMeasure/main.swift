import Foundation

let arguments = CommandLine.arguments.dropFirst()
let folder = URL(filePath: "Tests/RulesTests/Prose")
let splits = arguments.filter { !$0.hasPrefix("-") }
do {
    let catalogue = try LabelledSet.catalogue(in: folder)
    for split in splits.isEmpty ? LabelledSet.all : Array(splits) {
        let set = try LabelledSet(split, in: folder, catalogue)
        let score = set.score()
        print(score.line(for: split))
        if arguments.contains("--errors") { score.errors.forEach { print("  \($0)") } }
        if arguments.contains("--time") { print(set.timeLine()) }
    }
} catch {
    print("\(error)")
    exit(1)
}
