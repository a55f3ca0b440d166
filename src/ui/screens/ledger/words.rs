//! Words of a ledger.

crate::messages! {
    heading(kind: &str) { zh: "{kind}台账", en: "Ledger: {kind}" }
    heading_about(kind: &str, name: &str) { zh: "{kind}台账 · {name}", en: "Ledger: {kind} · {name}" }
    filter(key: &str) { zh: "筛选({key})", en: "Filter ({key})" }
    filter_hint(field: &str) { zh: "任何字，或 {field}:… · 日期> · !不要", en: "any words, or {field}:… · day> · !not" }
    unread(word: &str) { zh: "没有这一栏：{word}", en: "no such field: {word}" }
    shown(count: usize) { zh: "{count} 条", en: "{count} listed" }
    loading() { zh: "正在读取", en: "loading" }
    empty(key: &str) { zh: "还没有。按 {key} 新增一条", en: "None yet. {key} adds one" }
    no_match(key: &str) { zh: "没有合筛选的，按 {key} 改筛选", en: "None fits the filter; {key} changes it" }
    none_selected() { zh: "还没有选中的", en: "Nothing is selected" }
    reference() { zh: "编号", en: "Ref" }
    keys(new: &str, related: &str, remove: &str) { zh: "Enter 打开  {new} 新增  {related} 名单等  {remove} 撤下", en: "Enter opens  {new} adds  {related} what belongs to it  {remove} takes back" }
}
