import LocatedJSON

extension Catalogue {
    /// How much harm a scope can do, where anybody said so: silence is not shown as harmlessness.
    ///
    /// A bundle of which nobody said it can do what its most harmful member can; and it is called harmless only where all
    /// of them are.
    package func toldSensitivity(of scope: CatalogueScope, heldBy actor: String? = nil) -> CatalogueScope.Sensitivity? {
        var most: CatalogueScope.Sensitivity?
        var isAllTold = true
        var seen: Set<String> = [scope.id.value]
        var pending = [scope]
        while let next = pending.popLast() {
            if next.isSensitivityTold {
                most = [most, next.sensitivity].compactMap(\.self).max()
            } else if next.kind == .bundle, !next.members.isEmpty {
                for member in next.members where seen.insert(member.value).inserted {
                    guard let known = self.scope(member.value, heldBy: actor) else {
                        isAllTold = false
                        continue
                    }
                    pending.append(known)
                }
            } else {
                isAllTold = false
            }
        }
        return most == .normal && !isAllTold ? nil : most
    }
}
