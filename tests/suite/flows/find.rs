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
