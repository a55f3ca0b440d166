//! Words of the palette.

/// The first row, in Chinese.
pub(super) const PAGE_ZH: &str = "打印/导出本页";
/// The first row, in English.
pub(super) const PAGE_EN: &str = "Print or export this page";

crate::messages! {
    none() { zh: "没有这样的功能", en: "No such command" }
    no_page() { zh: "本页没有可导出的内容", en: "nothing to export here" }
    open_first(title: &str) { zh: "先打开{title}", en: "first open: {title}" }
    greyed(words: &str, reason: &str) { zh: "{words}（{reason}）", en: "{words} ({reason})" }
}
