//! Finding somebody from whatever is at hand, and opening the file with one more key.

use super::Flow;
use zhipei::text::Lang;

/// Somebody of the made-up office: 李明朗, whose id number ends in 3217.
const NAME: &str = "李明朗";
const TAIL: &str = "3217";

fn phone_tail(flow: &Flow) -> String {
    let moment =
        zhipei::runtime::clock::Clock::fixed("2026-11-20T09:30:00+08:00".parse().unwrap()).moment();
    let found = flow.office().search(NAME, 1, &moment).unwrap();
    let phone = &found.found[0].1.phone_masked;
    phone[phone.len() - 4..].to_owned()
}

#[test]
fn every_scrap_finds_the_person_and_enter_opens_them() {
    let tail = phone_tail(&Flow::demo());
    for scrap in ["lml", "limingl", "李明朗", TAIL, &tail, "limi3217"] {
        let mut flow = Flow::demo();
        flow.keys(scrap).shows(NAME).shows(TAIL);
        flow.keys("<enter>").shows("人员档案").shows(NAME);
    }
}

#[test]
fn a_surname_in_characters_lists_namesakes_apart() {
    let mut flow = Flow::demo();
    flow.keys("陈美玲").shows("石岐街道").shows("小榄镇");
}

#[test]
fn nothing_on_a_list_shows_a_whole_number() {
    let mut flow = Flow::demo();
    flow.keys("lml");
    let screen = flow.screen();
    let longest = screen
        .split(|c: char| !c.is_ascii_digit())
        .map(str::len)
        .max();
    assert!(longest < Some(11), "{screen}");
}

#[test]
fn someone_who_reads_no_chinese_can_judge_the_screen() {
    let mut flow = Flow::sized(Lang::En, (120, 36));
    flow.keys("lml").shows(NAME).shows("Initials").hides("找人");
}

#[test]
fn what_is_open_is_one_number_on_every_screen() {
    let mut flow = Flow::demo();
    let number = |screen: &str, before: &str| -> usize {
        let after = screen.split(before).nth(1).unwrap_or_default();
        let digits: String = after.chars().take_while(char::is_ascii_digit).collect();
        digits.parse().unwrap()
    };
    for (on_today, key) in [("在招岗位 ", "<f5>"), ("可报课程 ", "<f4>")] {
        let today = number(&flow.keys("<f2>").screen(), on_today);
        let list = flow.keys(key).screen();
        assert_eq!(today, number(&list, "开放 "), "{list}");
    }
}

#[test]
fn a_scan_after_a_search_finds_the_scanned_person() {
    let mut flow = Flow::demo();
    let number = {
        flow.keys("lml<enter>").shows("李明朗");
        let found = flow
            .office()
            .search("3217", 5, &flow.office_moment())
            .unwrap();
        let id = found.found[0].1.id;
        flow.office()
            .reveal(id, "扫描", &flow.office_moment())
            .unwrap()
            .id_number
    };
    // Back in the box the last words are selected: the next replace them.
    flow.keys("<esc>zs").shows("zs").hides("lmlzs");
    // A scanner writes over words that stand there; nothing of them is left.
    flow.scan(&number).shows("李明朗").hides("没有找到");
    flow.keys("<esc>");
    flow.scan(&number).shows("李明朗").hides("没有找到");
}

#[test]
fn a_phrase_with_digits_stays_in_the_note() {
    let mut flow = Flow::demo();
    flow.keys("lml<enter><ctrl-r>");
    flow.keys("<tab><tab><tab>");
    flow.burst("工资3500左右");
    flow.keys("，再谈").shows("工资3500左右，再谈");
}

#[test]
fn a_correction_that_was_left_is_taken_up_again() {
    let mut flow = Flow::demo();
    flow.keys("lml<enter><ctrl-r>213<ctrl-s>").shows("已记");
    flow.keys("<f6><ctrl-k>").shows("更正");
    flow.keys("3<esc>").shows("暂存");
    flow.keys("<ctrl-k>").shows("暂存").shows("3来电");
    flow.keys("<f2>").shows("暂存 1 份");
}
