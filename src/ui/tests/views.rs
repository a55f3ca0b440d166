//! Kept lists: a text of the box under a name.

use super::{by_initials, is_search, results, started};
use crate::{
    domain::{ids::SavedViewId, saved_view::SavedView},
    effect::{Ask, Receipt, Reply},
    text::Lang,
    ui::testing::Probe,
};
use uuid::Uuid;

fn view(n: u128, name: &str, text: &str) -> SavedView {
    SavedView {
        id: SavedViewId(Uuid::from_u128(n)),
        name: name.to_owned(),
        text: text.to_owned(),
    }
}

fn kept() -> Vec<SavedView> {
    vec![
        view(1, "石岐两后生", "组:两后生 镇:石岐"),
        view(2, "久未联系", "未联系>90 状态:登记失业"),
        view(3, "一个人", "449901199203143217"),
    ]
}

fn people(typed: &str) -> Probe {
    let mut probe = started();
    probe.keys("<f3>");
    probe.answer(|ask| *ask == Ask::Recent, Reply::Recent(Vec::new()));
    if !typed.is_empty() {
        probe.keys(typed);
        probe.answer(is_search, results(typed, vec![by_initials(1)]));
    }
    probe
}

fn is_kept(ask: &Ask) -> bool {
    matches!(ask, Ask::KeepView(_))
}

#[test]
fn the_text_of_the_box_is_kept_under_a_name() {
    let mut probe = people("年龄<25 李");
    probe.keys("<ctrl-s>");
    probe.answer(|ask| *ask == Ask::Views, Reply::Views(kept()));
    assert!(
        probe.dump().contains("框里的字：年龄<25 李"),
        "{}",
        probe.dump()
    );
    // A bare Enter keeps nothing.
    probe.wait(400).keys("<enter>");
    assert!(probe.dump().contains("还没有名字") && probe.asked(is_kept).is_none());
    probe.keys("青年李姓<enter>");
    let Some(Ask::KeepView(saved)) = probe.asked(is_kept).cloned() else {
        panic!("{:?}", probe.asks);
    };
    assert_eq!(
        (saved.name.as_str(), saved.text.as_str()),
        ("青年李姓", "年龄<25 李")
    );
    assert!(kept().iter().all(|view| view.id != saved.id));
    probe.answer(is_kept, Reply::Done(Receipt::ViewKept(saved.name)));
    let picture = probe.dump();
    assert!(
        picture.contains("已存常用名单：青年李姓") && picture.contains("年龄<25 李"),
        "{picture}"
    );
    // The same name again is the same list.
    probe.answer(is_search, results("年龄<25 李", vec![by_initials(1)]));
    probe.keys("<ctrl-s>");
    probe.answer(|ask| *ask == Ask::Views, Reply::Views(kept()));
    probe.wait(400).keys("久未联系<enter>");
    let Some(Ask::KeepView(saved)) = probe.asked(is_kept) else {
        panic!("{:?}", probe.asks);
    };
    assert_eq!(saved.id, kept()[1].id);
}

#[test]
fn a_digit_opens_a_kept_list() {
    for keys in ["2", "<down><enter>"] {
        let mut probe = people("");
        probe.keys("<f3>");
        probe.answer(|ask| *ask == Ask::Views, Reply::Views(kept()));
        let picture = probe.dump();
        assert!(
            picture.contains("常用名单") && picture.contains("1 石岐两后生"),
            "{picture}"
        );
        assert!(
            picture.contains("**************3217") && !picture.contains("4499"),
            "{picture}"
        );
        probe.keys(keys).wait(60);
        assert!(
            matches!(probe.asked(is_search), Some(Ask::Search { text, .. }) if text == "未联系>90 状态:登记失业"),
            "{keys} {:?}",
            probe.asks
        );
    }
}

#[test]
fn a_kept_list_is_renamed_and_deleted() {
    let mut probe = people("");
    probe.keys("<f3>");
    probe.answer(|ask| *ask == Ask::Views, Reply::Views(kept()));
    probe.keys("<ctrl-k>");
    assert!(
        probe.dump().contains("原来叫：石岐两后生"),
        "{}",
        probe.dump()
    );
    probe.wait(400).keys("两后生<enter>");
    let renamed = view(1, "两后生", "组:两后生 镇:石岐");
    assert_eq!(probe.asked(is_kept), Some(&Ask::KeepView(renamed.clone())));
    probe.answer(is_kept, Reply::Done(Receipt::ViewKept(renamed.name)));
    probe.answer(|ask| *ask == Ask::Views, Reply::Views(kept()));
    probe.keys("<down><ctrl-d>");
    let dropped = |ask: &Ask| matches!(ask, Ask::DropView(view) if view.name == "久未联系");
    probe.answer(dropped, Reply::Done(Receipt::ViewDropped(kept().remove(1))));
    assert!(probe.dump().contains("可撤销"), "{}", probe.dump());
}

#[test]
fn nothing_kept_and_nothing_to_keep_say_what_to_press() {
    let mut probe = Probe::new(Lang::En, (80, 24));
    probe.keys("<f3>");
    probe.answer(|ask| *ask == Ask::Recent, Reply::Recent(Vec::new()));
    probe.keys("<ctrl-s>");
    assert!(
        probe.dump().contains("Nothing stands in the box"),
        "{}",
        probe.dump()
    );
    probe.keys("<f3>");
    probe.answer(|ask| *ask == Ask::Views, Reply::Views(Vec::new()));
    assert!(probe.dump().contains("press Ctrl+S"), "{}", probe.dump());
    // A scan goes through to the box.
    probe.step_ms = 5;
    probe.wait(100).keys("449901199203143217");
    assert!(probe.asked(is_search).is_some());
}
