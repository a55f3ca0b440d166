//! Words of the why pop-up.

crate::messages! {
    level() { zh: "结论", en: "In short" }
    because(what: &str) { zh: "    依据：{what}", en: "    rests on: {what}" }
    rule(rule: &str, clause: &str) { zh: "    规则：{rule} {clause}", en: "    rule: {rule} {clause}" }
    ask(question: &str) { zh: "    要问：{question}", en: "    ask: {question}" }
    soft() { zh: "（参考，不作限制）", en: " (a preference, no gate)" }
    not_checked(words: &str) { zh: "未核对的文字：{words}", en: "not checked: {words}" }
    no_reasons() { zh: "没有记下的依据", en: "No reasons on record" }
}
