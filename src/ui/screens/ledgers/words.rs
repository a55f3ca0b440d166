//! Words of the choice of ledgers.

crate::messages! {
    of(name: &str) { zh: "台账 · {name}", en: "Ledgers · {name}" }
    of_office() { zh: "台账 · 全部", en: "Ledgers · whole office" }
    count(count: usize) { zh: "{count} 条", en: "{count}" }
}
