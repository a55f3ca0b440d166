//! Words of the daily log.

crate::messages! {
    head(day: &str, weekday: &str, whose: &str) { zh: "{day} {weekday}  {whose}", en: "{day} {weekday}  {whose}" }
    mine() { zh: "我记的", en: "mine" }
    everyone() { zh: "全部经办人", en: "everyone" }
    totals(contacts: usize, persons: usize) { zh: "{contacts} 人次 / {persons} 人", en: "contacts {contacts} / people {persons}" }
    check_code(code: &str) { zh: "校验码 {code}", en: "check code {code}" }
    loading() { zh: "正在读取", en: "loading" }
    nothing(contact: &str, previous: &str) { zh: "这一天没有联系记录。{contact} 给选中的人记联系；{previous} 看前一天", en: "Nothing was logged on this day. {contact} on a person logs a contact; {previous} goes to the day before" }
    nothing_of_mine(toggle: &str) { zh: "这一天我没有记录，按 {toggle} 看全部经办人的", en: "I logged nothing on this day; {toggle} shows everyone's" }
    time() { zh: "时间", en: "Time" }
    channel() { zh: "方式", en: "How" }
    name() { zh: "姓名", en: "Name" }
    id() { zh: "尾号", en: "Id" }
    place() { zh: "镇街·村居", en: "Town, village" }
    purpose() { zh: "事由", en: "About" }
    outcome() { zh: "结果", en: "Outcome" }
    next() { zh: "下次", en: "Next" }
    operator() { zh: "经办人", en: "By" }
    mark() { zh: "标记", en: "Mark" }
    note() { zh: "内容", en: "Note" }
    nobody() { zh: "不留名咨询", en: "no name given" }
    late() { zh: "补录", en: "late" }
    correcting() { zh: "更正", en: "correction" }
    corrected() { zh: "已更正", en: "corrected" }
    cancelled() { zh: "已作废", en: "cancelled" }
    entered(time: &str, operator: &str) { zh: "{operator} 录入于 {time}", en: "entered {time} by {operator}" }
    party(who: &str) { zh: "接谈人 {who}", en: "spoke to {who}" }
    recommended(what: &str) { zh: "推荐 {what}", en: "recommended {what}" }
    reason(why: &str) { zh: "原因 {why}", en: "reason: {why}" }
    closed() { zh: "这条已更正或作废，不能再改", en: "This one was corrected or cancelled already" }
    none_selected() { zh: "还没有选中的记录", en: "No contact is selected" }
    no_person() { zh: "这条没有留名，没有档案可开", en: "No name was given, there is no file to open" }
    no_later() { zh: "还没到那一天", en: "That day has not come" }
    firm_how(key: &str) { zh: "选中企业的岗位，Enter 看岗位，再按 {key} 记与企业的联系", en: "Choose a vacancy of the firm, Enter opens it, then {key} logs the contact with the firm" }
    cancel_title() { zh: "作废", en: "Cancel a contact" }
    cancel_what(what: &str) { zh: "作废：{what}", en: "Cancel: {what}" }
    cancel_ask() { zh: "记录不会删除，会标上“已作废”。请写明原因，回车确认，Esc 不作废。", en: "It is not erased but marked. Say why and press Enter; Esc leaves it as it is." }
    cancel_need() { zh: "要写明原因（至少两个字）", en: "A reason in words is needed" }
    nothing_to_export() { zh: "这一天没有记录，没有导出", en: "There is no contact on this day; nothing was written" }
    exporting() { zh: "正在导出", en: "exporting" }
}
