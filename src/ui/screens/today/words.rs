//! Words of the today screen.

crate::messages! {
    first_steps(contact: &str, curtain: &str) { zh: "刷身份证或输姓名、拼音、电话尾号就能找人 · {contact} 记联系 · {curtain} 遮屏", en: "Scan an id or type a name, pinyin, phone tail · {contact} log · {curtain} curtain" }
    counts(logged: usize, people: &str, vacancies: usize, courses: usize) { zh: "今天已记 {logged} 次联系   在册 {people}   在招岗位 {vacancies}   可报课程 {courses}", en: "Logged today: {logged}   {people}   open vacancies: {vacancies}   open courses: {courses}" }
    due(total: usize) { zh: "约好要联系 {total} 人", en: "Promised contacts: {total}" }
    due_first(total: usize, shown: usize) { zh: "约好要联系 {total} 人，先办这 {shown} 人", en: "Promised contacts: {total}, these {shown} first" }
    drafts(count: usize) { zh: "暂存 {count} 份", en: "Kept forms: {count}" }
    nothing_due(key: &str) { zh: "今天没有约好的人。直接打字就能找人，或按 {key} 看人员。", en: "Nobody is promised for today. Type to find people, or press {key} for the people screen." }
    loading() { zh: "正在读取", en: "loading" }
    nobody_selected() { zh: "还没有选中的人，先输姓名或电话尾号", en: "Nobody is selected; type a name or phone tail first" }
    was_promised(day: &str) { zh: "约好 {day} 再联系", en: "promised for {day}" }
    in_the_file() { zh: "内容见档案", en: "the note is in the file" }
    kept_at(time: &str) { zh: "{time} 暂存", en: "kept {time}" }
}
