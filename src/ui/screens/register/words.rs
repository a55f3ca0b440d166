//! Words of the registration form.

crate::messages! {
    new_rule() { zh: "新登记", en: "New person" }
    fair_rule(count: usize) { zh: "招聘会速登（已登 {count} 人）：姓名、电话、意向；证件以后补", en: "Quick entry at a fair ({count} so far): name, phone, wish; the id follows" }
    edit_rule(who: &str) { zh: "修改资料 {who}", en: "Edit {who}" }
    hint(save: &str, quick: &str) { zh: "回车或 Tab 下一栏，数字回答，{save} 保存，Esc 暂存退出，{quick} 速登", en: "Enter next, digits answer, {save} saves, Esc keeps it and leaves, {quick} quick" }
    edit_hint(save: &str) { zh: "回车或 Tab 下一栏，数字回答，{save} 保存，Esc 暂存退出；只写改了的栏", en: "Enter next, digits answer, {save} saves what changed, Esc keeps and leaves" }
    loading() { zh: "正在打开档案", en: "opening the record" }
    minded() { zh: "联系须知", en: "When calling" }

    id_missing() { zh: "没带证件可不填：待补证件", en: "may stay empty: id to follow" }
    id_right(birth: &str, sex: &str, age: i32, origin: &str) { zh: "校验码正确：{birth} 出生，{sex}，{age}周岁，发证地 {origin}", en: "Check digit right: born {birth}, {sex}, age {age}, issued in {origin}" }
    id_fifteen(tail: &str) { zh: "15位老号，已换算成18位（尾号{tail}）。", en: "An old number of 15 digits, now 18 (ends in {tail}). " }
    origin_unknown(code: &str) { zh: "{code}（查不到这个代码）", en: "{code} (a code that no table knows)" }
    origin_asked() { zh: "正在查", en: "being looked up" }
    id_x() { zh: "末位按校验码应为 X，回车补全", en: "the last one must be X: Enter adds it" }
    id_short(count: usize) { zh: "才 {count} 位，要 18 位（老证 15 位）", en: "{count} characters; a number has 18 (old ones 15)" }
    id_wrong_check(right: &str) { zh: "校验码不对：前17位对应的末位是 {right}。请核对证件；现在保存记为待核实", en: "The check digit is wrong: these 17 digits end in {right}. Look at the card; saved now it is to be verified" }
    id_wrong_birth() { zh: "里面的出生日期不存在。请核对证件；现在保存记为待核实", en: "The birth date in it does not exist. Look at the card; saved now it is to be verified" }
    id_future() { zh: "里面的出生日期还没有到，请核对证件", en: "The birth date in it lies in the future; look at the card" }
    id_kept() { zh: "已在册的号码；要改请整个重输", en: "on record; to change it type it whole" }
    no_id() { zh: "这不是身份证号（扫到二维码了？请刷证件或手输18位）", en: "This is no id number (a QR code?); scan the card or type its 18 characters" }
    minor(age: i32) { zh: "{age}周岁，未成年，请填监护人", en: "age {age}, a minor: ask for the guardian" }
    guardian() { zh: "姓名、关系、电话", en: "name, relation, phone" }
    too_young() { zh: "未满16周岁不能登记求职；15周岁的两后生可以登记（只参加培训）", en: "Under 16 nobody is registered for work; a school leaver of 15 is (for training only)" }
    bad_name() { zh: "请填写证件上的姓名，至少两个字", en: "Give the name as on the card, at least two characters" }
    bad_day() { zh: "看不懂这个日期，例：2026-11-28、2025-07、今天", en: "Not a day: 2026-11-28, 2025-07, today" }
    future_birth() { zh: "出生日期在将来", en: "The birth date lies in the future" }
    birth_by_id() { zh: "按身份证号", en: "from the id number" }
    birth_differs() { zh: "与身份证号不一致，以证号为准", en: "differs from the id number, which counts" }
    bad_phone() { zh: "电话号码不对：手机11位，座机带区号", en: "Not a phone number: 11 digits, or a landline with its area code" }
    phone_kept() { zh: "已在册的号码；要改请整个重输", en: "on record; to change it type it whole" }
    bad_year() { zh: "写四位年份，例：2019", en: "A year of four digits, as 2019" }
    bad_group_day(word: &str) { zh: "看不懂这个日期：{word}", en: "Not a day: {word}" }
    bad_group_order() { zh: "截止日期早于开始日期", en: "It ends before it begins" }
    group_line() { zh: "起止日期和依据，例：2025-09-01至2027-08-31 毕业证 学校 已核；不清楚可不填", en: "days and ground, as 2025-09-01~2027-08-31 diploma School verified; may stay empty" }
    group_ended(day: &str) { zh: "{day} 已到期，不再计入", en: "ended on {day}, counts no more" }
    group_open() { zh: "没有截止日期，一直有效", en: "no last day: holds until told otherwise" }
    groups_full() { zh: "已有八个类别，再选一次可去掉", en: "Eight groups are chosen; choose one again to take it away" }
    groups_none(letters: &str) { zh: "没有首字母是 {letters} 的类别；例：lhs 两后生", en: "No group begins with {letters}; lhs is lianghousheng" }
    groups_hint(list: &str) { zh: "{list}；或输首字母如 lhs；再选一次去掉", en: "{list}; or its initials as lhs; again takes it away" }
    pick(list: &str) { zh: "数字选，回车取第一个：{list}", en: "A digit picks, Enter takes the first: {list}" }
    town_typed() { zh: "表里没有这个镇街，照写", en: "not in the table, kept as written" }
    understood(what: &str) { zh: "理解为 {what}", en: "understood as {what}" }
    not_understood() { zh: "还没有听懂，照写，匹配时算待核", en: "not understood; kept as written, counts as not known" }
    as_recorded(text: &str) { zh: "原文：{text}", en: "written: {text}" }
    proposed_today() { zh: "不填就是今天", en: "today where empty" }
    seen_line(who: &str, ground: &str, key: &str) { zh: "可能已在册：{who} {ground}，{key} 对照", en: "May be on the register: {who}, {ground}; {key} compares" }
    phone_hint(who: &str) { zh: "{who} 也用这个号码（可能是家人）", en: "{who} has this number too (a relative?)" }

    draft_new(who: &str) { zh: "新登记 {who}", en: "New person {who}" }
    draft_edit(who: &str) { zh: "修改资料 {who}", en: "Edit of {who}" }
    nobody_yet() { zh: "（未填姓名）", en: "(no name yet)" }
    kept() { zh: "已暂存，在今日待办里可接着填", en: "Kept; go on with it from Today" }
    restored(time: &str, key: &str) { zh: "接着填 {time} 暂存的内容；不要了按 {key}", en: "Going on with what was kept on {time}; {key} drops it" }
    dropped() { zh: "已删除暂存的内容", en: "The kept form was dropped" }
    drop_title() { zh: "删除暂存", en: "Drop what was typed" }
    drop_ask(count: usize) { zh: "这张表填了 {count} 栏，删除后不能恢复。输入 {count} 再回车确认，Esc 不删。", en: "{count} fields are filled and can't be brought back. Type {count} and Enter to drop, Esc to keep." }
    drop_wrong(count: usize) { zh: "要输入 {count}", en: "Type {count}" }
    nothing_typed() { zh: "还没有填写内容，Esc 退出即可", en: "Nothing was typed; Esc leaves" }
    nothing_changed() { zh: "没有改动", en: "Nothing was changed" }
    nobody_alike() { zh: "没有发现可能重复的人", en: "Nobody on the register looks like the same person" }
    digits_answer() { zh: "这一栏按数字回答", en: "This field is answered by a digit" }
    typing_only() { zh: "填表时 Ctrl+Z 只撤销打字；回答按别的数字改", en: "In a form undo takes back typing only; answer anew with another digit" }
    saving() { zh: "正在保存", en: "saving" }
    checking() { zh: "正在查是否已在册", en: "looking whether they are on the register" }
    not_saved(what: &str, advice: &str) { zh: "没有保存：{what}。{advice}", en: "Not saved: {what}. {advice}" }
    quick_new_only() { zh: "修改资料时不用速登", en: "Quick entry is for new people" }

    seen_title() { zh: "可能已在册，请对照", en: "May be on the register: compare" }
    seen_keys() { zh: "1 打开已有的  2 是另一个人，照登  3 用填的更新已有的  ↑↓ 换人  Esc 回去改", en: "1 open it  2 another person, register  3 update it from what was typed  ↑↓  Esc back" }
    seen_same_id() { zh: "身份证号相同，不能另登一份", en: "The id number is the same: no second record" }
    update_title(who: &str) { zh: "更新 {who}：空格勾选要写入的栏", en: "Update {who}: Space marks the fields to write" }
    update_keys(save: &str) { zh: "空格勾选，{save} 写入勾选的栏，Esc 退回", en: "Space marks, {save} writes what is marked, Esc back" }
    update_none() { zh: "没有不同的内容可写入", en: "There is nothing different to write" }
    typed_column() { zh: "填的", en: "Typed" }
    there_column() { zh: "已有", en: "On record" }
}
