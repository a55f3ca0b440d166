//! Words of the why pop-up.

crate::messages! {
    level() { zh: "结论", en: "In short" }
    because(what: &str) { zh: "    依据：{what}", en: "    rests on: {what}" }
    rule(rule: &str, clause: &str) { zh: "    规则：{rule} {clause}", en: "    rule: {rule} {clause}" }
    ask(question: &str) { zh: "    要问：{question}", en: "    ask: {question}" }
    to_be_asked() { zh: "（要问清，不作限制）", en: " (to be asked, no gate)" }
    soft() { zh: "（参考，不作限制）", en: " (a preference, no gate)" }
    not_checked(words: &str) { zh: "未核对的文字：{words}", en: "not checked: {words}" }
    no_reasons() { zh: "没有记下的依据", en: "No reasons on record" }

    note() { zh: "内容", en: "Note" }
    entered(time: &str, operator: &str) { zh: "{operator} 录入于 {time}", en: "Entered {time} by {operator}" }
    took_place(time: &str) { zh: "联系时间 {time}", en: "took place {time}" }
    journal(seq: u64) { zh: "操作记录第 {seq} 号", en: "Journal entry {seq}" }
    station(station: &str) { zh: "窗口 {station}", en: "station {station}" }
    counted() { zh: "计入当日人次", en: "Counted in the day's contacts" }
    not_counted() { zh: "不计入当日人次", en: "Not counted in the day's contacts" }
}
