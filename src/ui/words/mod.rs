//! Words of the frame around the screens, and of what was done. A screen's own words stand with it.

pub(crate) mod initials;
pub(crate) mod people;
pub(crate) mod reasons;
pub(crate) mod receipt;

use crate::{keymap::KeyNames, text::Lang};

/// How keys are named in a language; arrows are words where signs have no certain width.
pub(super) fn key_names(lang: Lang, ascii: bool) -> KeyNames {
    match (lang, ascii) {
        (Lang::En, _) => KeyNames::English,
        (Lang::Zh, false) => KeyNames::Chinese,
        (Lang::Zh, true) => KeyNames::ChineseWords,
    }
}

crate::messages! {
    product() { zh: "职配", en: "Zhipei" }
    too_small(columns: u16, rows: u16) { zh: "窗口太小(至少 80×24)，现在 {columns}×{rows}", en: "Window too small (80x24 at least), now {columns}x{rows}" }
    curtain_title() { zh: "已 遮 屏", en: "Curtain drawn" }
    curtain_safe() { zh: "资料和填到一半的表都在。", en: "Records and half-filled forms are all there." }
    curtain_lift(key: &str) { zh: "按 {key} 或回车回来", en: "Press {key} or Enter to come back" }
    quit_with(key: &str) { zh: "退出请按 {key}", en: "Press {key} to quit" }
    no_clipboard(key: &str) { zh: "这个终端没有可用的剪贴板，请按住 Shift 用鼠标选取；退出请按 {key}", en: "No clipboard is to be had in this terminal, hold Shift and select with the mouse; {key} quits" }
    key_problems(count: usize, first: &str) { zh: "按键文件有 {count} 处问题，其余按键照常：{first}", en: "{count} problems in the key file, the other keys hold: {first}" }
    done_sign() { zh: "好", en: "ok" }
    warning_sign() { zh: "注意", en: "!" }
    info_sign() { zh: "提示", en: "i" }
    waiting(count: usize) { zh: "正在读取，已记下 {count} 个按键", en: "loading; {count} keys are kept" }
    now_press(title: &str, key: &str, words: &str) { zh: "已到{title}，选好后按 {key} {words}", en: "{title}: choose a row, then {key} ({words})" }
    close_first(key: &str) { zh: "先按 {key} 退回再办", en: "Go back with {key} first" }
    kept_open(title: &str, key: &str) { zh: "已暂存：{title}（按 {key} 回到原处）", en: "Kept: {title} ({key} goes back to it)" }
    pasted_cut(all: usize, taken: usize) { zh: "粘贴了 {all} 个字，太长，只取前 {taken} 个", en: "{all} characters were pasted; only the first {taken} are taken" }
    pasted_nothing() { zh: "粘贴的内容里没有能用的字", en: "There is nothing to use in what was pasted" }
    kept(title: &str) { zh: "已暂存：{title}（在今日待办里接着填）", en: "Kept: {title} (take it up again on Today)" }
    begun(key: &str) { zh: "{key} 之后按", en: "after {key} press" }
}
