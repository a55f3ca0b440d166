//! Words of the search for many.

crate::messages! {
    head(all: usize, found: usize, several: usize, nobody: usize) { zh: "共 {all} 条：找到 {found}，同名要选 {several}，未找到 {nobody}", en: "{all} entries: {found} found, {several} to choose, {nobody} not found" }
    looking(all: usize) { zh: "正在查 {all} 条", en: "looking up {all} entries" }
    entry() { zh: "粘贴的内容", en: "Pasted" }
    who() { zh: "找到的人", en: "Found" }
    nobody() { zh: "[未找到]", en: "[not found]" }
    choose(people: &str) { zh: "{people}，回车挑选", en: "{people}, Enter to choose" }
    cut(all: usize, taken: usize) { zh: "粘贴了 {all} 行，一次只查前 {taken} 行", en: "{all} lines were pasted; the first {taken} are looked up" }
    failed() { zh: "没有查成，按 Esc 退回再粘贴一次", en: "That failed; press Esc and paste again" }
}
