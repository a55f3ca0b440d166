//! Registering somebody: from a number to a saved record, duplicates looked for, nothing lost.

use super::Flow;
use zhipei::{
    domain::{id_number::IdNumber, person::PersonState},
    office::Moment,
    text::Lang,
};

/// An invented number that nobody of the demo has.
fn number(birth: &str, sequence: &str) -> String {
    IdNumber::from_body(&format!("449999{birth}{sequence}"))
        .unwrap()
        .to_string()
}

fn moment() -> Moment {
    Moment {
        now: "2026-11-20T09:30:00+08:00".parse().unwrap(),
        today: "2026-11-20".parse().unwrap(),
    }
}

#[test]
fn a_scanned_number_and_a_name_take_two_keys() {
    let mut flow = Flow::demo();
    let id = number("19920314", "996");
    let before = flow.pressed;
    flow.keys("<ctrl-n>").burst(&id);
    flow.shows("女");
    flow.keys("许佳宁<ctrl-s>");
    let keys = flow.pressed - before - "许佳宁".chars().count();
    assert!(keys <= 3, "{keys} keys");
    flow.shows("已登记：许佳宁(尾号")
        .shows("人员档案")
        .shows("34岁");
    let found = flow.office().search("许佳宁", 5, &moment()).unwrap();
    assert_eq!(found.found.len(), 1);
    assert_eq!(found.found[0].1.state, PersonState::Active);
    // One key takes it back, one brings it again.
    flow.keys("<f2><ctrl-z>").shows("已撤销：登记人员 许佳宁");
    assert_eq!(
        flow.office().search("许佳宁", 5, &moment()).unwrap().total,
        0
    );
    flow.keys("<ctrl-y>").shows("已恢复：登记人员 许佳宁");
}

#[test]
fn a_scanners_own_enter_stays_on_the_name() {
    let mut flow = Flow::demo();
    flow.keys("<ctrl-n>").scan(&number("19920314", "996"));
    flow.keys("许佳宁<ctrl-s>").shows("已登记：许佳宁");
}

#[test]
fn the_number_is_judged_in_words() {
    let mut flow = Flow::demo();
    flow.keys("<ctrl-n>").shows("待补证件");
    flow.keys("44000119920314123").settle().shows("17 位");
    let right = number("19920314", "996");
    let wrong = format!(
        "{}{}",
        &right[..17],
        if right.ends_with('1') { '2' } else { '1' }
    );
    let mut flow = Flow::demo();
    flow.keys("<ctrl-n>")
        .keys(&wrong)
        .settle()
        .shows("校验码不对");
    flow.keys("<tab>赵文静<ctrl-s>").shows("待核实");
    let found = flow.office().search("赵文静", 5, &moment()).unwrap();
    assert_eq!(found.found[0].1.state, PersonState::Unverified);
}

#[test]
fn fifteen_digits_are_the_same_person() {
    let mut flow = Flow::demo();
    let id = number("19690314", "998");
    flow.keys("<ctrl-n>").burst(&id).keys("罗玉兰<ctrl-s>");
    let short = format!("{}{}", &id[..6], &id[8..17]);
    flow.keys("<ctrl-n>").keys(&short);
    flow.shows("15位老号");
    flow.keys("<tab>罗玉兰<ctrl-s>")
        .shows("可能已在册")
        .shows("证号相同");
    flow.keys("2").settle().shows("不能另登");
    flow.keys("1").settle().shows("人员档案").shows("罗玉兰");
}

#[test]
fn x_is_offered_where_an_input_method_kept_it() {
    let mut flow = Flow::demo();
    let mut sequence = 996;
    let id = loop {
        let id = number("19880101", &sequence.to_string());
        if id.ends_with('X') {
            break id;
        }
        sequence -= 1;
    };
    flow.keys("<ctrl-n>").keys(&id[..17]);
    flow.shows("末位按校验码应为 X");
    flow.keys("<enter>林晓彤<ctrl-s>").shows("已登记：林晓彤");
}

#[test]
fn groups_places_and_wishes_are_understood_while_typing() {
    let mut flow = Flow::sized(Lang::Zh, (120, 36));
    flow.keys("<ctrl-n>").burst(&number("20080314", "997"));
    flow.keys("何晓东<enter><enter><enter>").shows("出生日期");
    flow.keys("<enter>sq").shows("1石岐街道");
    flow.keys("1").settle().shows("中山市");
    flow.keys("<enter>开叉车").shows("理解为 叉车司机");
    flow.keys("<enter>26")
        .settle()
        .shows("2初中")
        .shows("6未就业未登记");
    flow.keys("lhs").shows("1两后生");
    flow.keys("<enter>").shows("  两后生");
    flow.keys("<enter>2026-07-01至2027-06-30 毕业证 学校")
        .shows("依据");
    flow.keys("<ctrl-s>").shows("已登记：何晓东");
    let found = flow.office().search("何晓东", 5, &moment()).unwrap();
    let file = flow
        .office()
        .open_person(found.found[0].1.id, &moment())
        .unwrap();
    let record = file.person.record;
    assert_eq!(record.town, "石岐街道");
    assert_eq!(record.city, "中山市");
    assert_eq!(record.wishes, "开叉车");
    assert_eq!(record.groups.len(), 1);
    assert_eq!(record.groups[0].evidence.as_deref(), Some("毕业证"));
    assert_eq!(record.groups[0].to, "2027-06-30".parse().ok());
}

#[test]
fn a_half_filled_form_is_kept_and_goes_on() {
    let mut flow = Flow::demo();
    flow.keys("<ctrl-n>").burst(&number("19920314", "996"));
    flow.keys("许佳<esc>").shows("暂存");
    flow.keys("<f2>").shows("新登记 许佳");
    flow.keys("<end><enter>").shows("许佳");
    flow.keys("<ctrl-s>").shows("已登记：许佳");
    flow.keys("<f2>").hides("新登记 许佳");
}

#[test]
fn at_a_fair_the_next_person_is_one_key_away() {
    let mut flow = Flow::demo();
    flow.keys("<ctrl-n><ctrl-b>").shows("速登");
    let before = flow.pressed;
    let typed = ["钟小燕", "16912340001", "想做电工"];
    flow.keys(&typed.concat()).keys("<enter>");
    let keys = flow.pressed - before - typed.concat().chars().count();
    assert!(keys <= 2, "{keys} keys");
    flow.shows("已登记：钟小燕 待补证件").shows("已登 1 人");
    flow.keys("丘志强16912340002送货<enter>").shows("已登 2 人");
    let found = flow.office().search("丘志强", 5, &moment()).unwrap();
    assert_eq!(found.found[0].1.wishes, "送货");
    assert_eq!(found.found[0].1.state, PersonState::IdPending);
    // The same phone with a name that sounds alike is asked about.
    flow.keys("邱志强16912340002送货<enter>")
        .shows("名字同音、电话相同");
    flow.keys("2").settle().shows("已登 3 人");
}

#[test]
fn a_record_is_edited_field_by_field_and_taken_back() {
    let mut flow = Flow::demo();
    flow.keys("lml<enter><ctrl-k>")
        .shows("修改资料 李明朗(尾号3217)")
        .shows("154****0000");
    // The phone is typed anew, whole.
    flow.keys("<tab><tab><tab>1").settle().hides("154****0000");
    flow.keys("6912340009<ctrl-s>")
        .shows("已修改资料：李明朗(尾号3217)")
        .shows("169****0009");
    flow.keys("<ctrl-z>")
        .shows("已撤销：修改资料 李明朗")
        .shows("154****0000");
}

#[test]
fn who_died_is_shown_so_and_promised_no_call() {
    let mut flow = Flow::demo();
    flow.shows("李明朗");
    flow.keys("lml<enter><ctrl-k><shift-tab><shift-tab>")
        .shows("3死亡");
    flow.keys("3<enter>家属告知<ctrl-s>");
    flow.shows("已修改资料");
    flow.keys("<f2>").hides("李明朗");
}

#[test]
fn the_history_says_who_changed_what_from_what_to_what() {
    let mut flow = Flow::demo();
    flow.keys("lml<enter><ctrl-k><tab><tab><tab><tab><tab><tab><ctrl-a>保安<ctrl-s>");
    flow.shows("已修改资料");
    flow.keys("<ctrl-x>").shows("修改历史 李明朗(尾号3217)");
    flow.shows("陈秀英 修改资料");
    flow.shows("求职意向：开叉车，送货也可以，不想进厂 -> 保安");
    flow.keys("<esc><ctrl-z><ctrl-x>").shows("陈秀英 撤销");
}

#[test]
fn two_records_of_one_person_become_one_and_two_again() {
    let mut flow = Flow::demo();
    let id = number("19690314", "998");
    flow.keys("<ctrl-n>")
        .scan(&id)
        .keys("罗玉兰<enter><enter><enter>16912340007<ctrl-s>");
    // At the fair somebody wrote the name by ear.
    flow.keys("<ctrl-n><ctrl-b>罗玉蓝16912340007保洁<enter>")
        .shows("名字同音、电话相同");
    flow.keys("2").settle().shows("已登 1 人");
    let found = |flow: &Flow, text: &str| {
        flow.office().search(text, 5, &moment()).unwrap().found[0]
            .1
            .clone()
    };
    let (keep, gone) = (found(&flow, "罗玉兰"), found(&flow, "罗玉蓝"));
    assert_ne!(keep.id, gone.id);
    flow.office()
        .log_contact(
            &moment(),
            zhipei::domain::ids::ContactId(uuid::Uuid::from_u128(77)),
            &zhipei::domain::contact::ContactRecord {
                with: zhipei::domain::contact::ContactWith::Person(gone.id),
                at: moment().now,
                channel: zhipei::domain::contact::Channel::Fair,
                party: None,
                place: String::new(),
                purposes: Vec::new(),
                outcome: zhipei::domain::contact::Outcome::Told,
                reason: None,
                note: "留了简历".to_owned(),
                next_due: None,
            },
            None,
            None,
        )
        .unwrap();
    flow.keys("<f3>罗玉兰<enter><ctrl-d>")
        .shows("合并档案：留下 罗玉兰");
    flow.shows("名字同音、电话相同");
    flow.keys("<enter>").shows("[ ] 姓名");
    flow.keys("<ctrl-s>").shows("已合并为：罗玉兰");
    let office = flow.office();
    assert_eq!(office.find_person(&gone.reference).unwrap(), keep.id);
    let file = office.open_person(keep.id, &moment()).unwrap();
    assert_eq!(file.contacts.len(), 1);
    assert_eq!(file.person.record.wishes, "保洁");
    flow.keys("<ctrl-z>").shows("已撤销：合并档案");
    assert_eq!(flow.office().find_person(&gone.reference).unwrap(), gone.id);
}

#[test]
fn two_valid_numbers_are_never_merged() {
    let mut flow = Flow::demo();
    flow.keys("lml<enter><ctrl-d>陈美玲<enter>")
        .shows("两份档案都有有效的身份证号");
}
