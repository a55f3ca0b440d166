//! Words of the form of a ledger entry.

crate::messages! {
    new_of(kind: &str) { zh: "新增：{kind}", en: "New: {kind}" }
    change_of(kind: &str, reference: &str) { zh: "修改：{kind} {reference}", en: "Change: {kind} {reference}" }
    hint(save: &str) { zh: "{save} 保存 · Enter/Tab 下一栏 · 空着=未知 · * 必填 · Esc 暂存", en: "{save} saves · Enter/Tab next field · empty = not known · * needed · Esc keeps it" }
    kept() { zh: "填到一半的已暂存", en: "The half-filled form is kept" }
    dropped() { zh: "已删除填写的内容", en: "What was typed is dropped" }
    nothing_typed() { zh: "还没有填写", en: "Nothing was typed yet" }
    no_choice() { zh: "没有找到", en: "none found" }
    choice(name: &str, more: usize) { zh: "Tab 选 {name}（另有 {more}）", en: "Tab takes {name} ({more} more)" }
    taken() { zh: "√", en: "ok" }
    read_as(words: &str) { zh: "= {words}", en: "= {words}" }
    not_chosen(what: &str) { zh: "没有选定{what}", en: "no {what} was chosen" }
    field_wrong(field: &str, wrong: &str) { zh: "{field}：{wrong}", en: "{field}: {wrong}" }
    not_saved(what: &str, advice: &str) { zh: "没有保存：{what}。{advice}", en: "Not saved: {what}. {advice}" }
    draft_title(kind: &str, name: &str) { zh: "{kind} {name}", en: "{kind} {name}" }
}
