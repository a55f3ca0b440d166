//! Words of the contact form.

crate::messages! {
    channel() { zh: "方式", en: "How" }
    outcome() { zh: "结果", en: "Outcome" }
    reason() { zh: "原因", en: "Why not" }
    next() { zh: "下次", en: "Next" }
    next_on() { zh: "哪天", en: "On" }
    note() { zh: "内容", en: "Note" }
    party() { zh: "接谈人", en: "Spoke to" }
    purposes() { zh: "事由", en: "About" }
    place() { zh: "地点", en: "Place" }
    at() { zh: "时间", en: "Time" }
    response() { zh: "回应", en: "Answer" }
    override_reason() { zh: "写明理由", en: "Reason in words" }
    override_hint() { zh: "为什么仍要推荐", en: "why recommended anyway" }
    why() { zh: "更正原因", en: "Reason" }


    with_nobody() { zh: "不留名咨询", en: "No name given" }
    age(years: i32) { zh: "{years}岁", en: "age {years}" }
    last(day: &str, outcome: &str) { zh: "上次 {day} {outcome}", en: "last {day} {outcome}" }
    no_contact_yet() { zh: "还没有联系过", en: "no contact yet" }
    new_rule() { zh: "记联系", en: "Contact" }
    recommend_rule() { zh: "推荐并记联系", en: "Recommend and log the contact" }
    correct_rule() { zh: "更正", en: "Correction" }
    recommend_title(offer: &str) { zh: "推荐：{offer}", en: "Recommend: {offer}" }
    correct_title(reference: &str, day: &str) { zh: "更正 {day} 的记录 {reference}", en: "Correct the contact {reference} of {day}" }
    draft_title(who: &str) { zh: "记联系 {who}", en: "Contact with {who}" }
    draft_recommend(who: &str, offer: &str) { zh: "推荐 {offer} {who}", en: "Recommend {offer} to {who}" }
    draft_correct(who: &str) { zh: "更正 {who}", en: "Correction, {who}" }
    recommended(what: &str) { zh: "[推荐 {what}]", en: "[recommended {what}]" }
    recent_contacts() { zh: "最近的联系", en: "Contacts so far" }
    not_answered(times: usize) { zh: "连续 {times} 次无人接听，可改为入户或请村居代找", en: "{times} calls without answer: visit, or ask the village to find them" }

    on_day(date: &str, weekday: &str) { zh: "{date} {weekday}", en: "{weekday} {date}" }
    proposed(what: &str) { zh: "{what}（建议，可改）", en: "{what} (proposed)" }
    nobody_answered() { zh: "没有人接，不填", en: "nobody answered" }
    now_is(time: &str) { zh: "现在 {time}；补录写 昨天 15:00", en: "now {time}; earlier: 11-20 15:00" }
    began_at(time: &str) { zh: "记作开始时 {time}；要改写 15:00", en: "logged as {time}; or type 15:00" }
    late(date: &str) { zh: "{date} 补录", en: "{date}, late entry" }
    late_why(date: &str) { zh: "{date} 补录超3天，内容写原因", en: "{date}, late: say why in the note" }
    today_at(time: &str) { zh: "今天 {time}", en: "today {time}" }
    where_working() { zh: "写明在哪里就业/创业", en: "say where" }

    missing(field: &str) { zh: "还没有填：{field}", en: "Not answered yet: {field}" }
    need_where() { zh: "已就业/创业要在内容里写明在哪里", en: "Working: say where in the note" }
    need_late_why() { zh: "超过3天的补录，请在内容里写明原因", en: "More than 3 days late: say why in the note" }
    need_early_why(day: &str) { zh: "早于登记日期 {day}，请在内容里写明原因", en: "Before the day of registration {day}: say why in the note" }
    need_ground() { zh: "条件还没有都符合，仍要推荐请用文字写明理由（至少两个字）", en: "Not everything is met: say in words why it is recommended all the same" }
    need_why() { zh: "请写明更正的原因（至少两个字）", en: "Say in words why it is corrected" }
    bad_next() { zh: "看不懂这个日期，例：3天、下周一、11-28", en: "Not a day: 3d, 11-28 or 2026-11-28" }
    past_next() { zh: "下次联系不能早于今天", en: "The next day lies in the past" }
    bad_at() { zh: "看不懂这个时间，例：昨天 15:00、11-20 9:30", en: "Not a time: 11-20 15:00 or 2026-11-20 15:00" }
    future_at() { zh: "联系时间在将来；约好的下次请填“下次”", en: "This lies in the future; a promise belongs in Next" }
    before_birth(year: &str) { zh: "早于本人出生（{year} 年），请核对日期", en: "This lies before the person was born ({year}), check the day" }
    refused(why: &str) { zh: "不能推荐：{why}", en: "Can't be recommended: {why}" }
    refused_hint(key: &str) { zh: "法规不允许，经办人不能越过；按 {key} 看依据", en: "The law does not allow it and a clerk can't override it; {key} shows why" }
    lacks(what: &str) { zh: "还差：{what}", en: "Missing: {what}" }
    digits_answer() { zh: "这一栏按数字回答", en: "This field is answered by a digit" }
    save_hint(save: &str) { zh: "数字回答并到下一栏，Tab 换栏，{save} 保存，Esc 暂存退出", en: "A digit answers; Tab next field; {save} saves; Esc keeps it and leaves" }
    saving() { zh: "正在保存", en: "saving" }
    not_saved(what: &str, advice: &str) { zh: "没有保存：{what}。{advice}", en: "Not saved: {what}. {advice}" }

    kept() { zh: "已暂存，再打开或在今日待办里可接着填", en: "Kept; open it again here or from Today" }
    restored(time: &str, key: &str) { zh: "接着填 {time} 暂存的内容；不要了按 {key}", en: "Going on with what was kept on {time}; {key} drops it" }
    dropped() { zh: "已删除暂存的内容", en: "The kept form was dropped" }
    drop_title() { zh: "删除暂存", en: "Drop what was typed" }
    drop_ask(count: usize) { zh: "这张表填了 {count} 栏，删除后不能恢复。输入 {count} 再回车确认，Esc 不删。", en: "{count} fields are filled and can't be brought back. Type {count} and Enter to drop, Esc to keep." }
    drop_wrong(count: usize) { zh: "要输入 {count}", en: "Type {count}" }
    nothing_typed() { zh: "还没有填写内容，Esc 退出即可", en: "Nothing was typed; Esc leaves" }
    typing_only() { zh: "填表时 Ctrl+Z 只撤销打字；回答按别的数字改", en: "In a form undo takes back typing only; answer anew with another digit" }
    no_statement() { zh: "推荐时可看依据", en: "There is a ground to show where something is recommended" }
}
