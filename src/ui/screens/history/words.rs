//! Words of the history of a record.

crate::messages! {
    title(name: &str) { zh: "修改历史 {name}", en: "History of {name}" }
    loading() { zh: "正在读操作记录", en: "reading the journal" }
    nothing() { zh: "没有改动过", en: "Nothing was changed" }
    head(at: &str, who: &str, what: &str, station: &str, seq: u64) { zh: "{at} {who} {what}（{station} 第 {seq} 号）", en: "{at} {who}: {what} ({station} no. {seq})" }
    change(field: &str, was: &str, now: &str) { zh: "{field}：{was} -> {now}", en: "{field}: {was} -> {now}" }
    blank() { zh: "（空）", en: "(blank)" }
}
