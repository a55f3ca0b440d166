//! Ledgers by keys: a survey of a person, a class with its roster, a kept form, a filter.

use super::Flow;
use zhipei::{domain::ledger::kinds, text::Lang};

#[test]
fn a_survey_is_kept_of_the_open_person_and_goes_back() {
    let mut flow = Flow::demo();
    flow.keys("lml<enter><ctrl-w>").shows("台账 · 李明朗");
    flow.shows("摸底").shows("就业经历");
    flow.keys("<enter>")
        .shows("摸底台账 · 李明朗")
        .shows("还没有");
    // The person and the day stand there; the first open field has the focus.
    flow.keys("<enter>").shows("新增：摸底").shows("2026-11-20");
    flow.keys("林经办<tab>1").shows("1有");
    flow.keys("<ctrl-s>").shows("已保存摸底：MD0001");
    flow.shows("摸底台账 · 李明朗").shows("林经办");
    let kept = flow.office().ledger(&kinds::survey::KIND, None).unwrap();
    assert_eq!(kept.len(), 1);
    assert_eq!(
        kept[0].entry.code(kinds::survey::WISH_TRAINING),
        Some("yes")
    );
    flow.keys("<ctrl-z>").shows("还没有");
    flow.keys("<ctrl-y>").shows("林经办");
    // Changed, and what changed goes back alone.
    flow.keys("<enter>").shows("修改：摸底 MD0001");
    flow.keys("<tab><tab>婉<ctrl-s>").shows("林经办婉");
    flow.keys("<ctrl-z>").hides("林经办婉").shows("林经办");
    flow.keys("<ctrl-d>")
        .shows("已撤下一条摸底")
        .shows("还没有");
}

#[test]
fn a_class_gets_its_roster_and_a_half_filled_form_waits_on_today() {
    let mut flow = Flow::demo();
    flow.keys("<f4><ctrl-w>").shows("课程要素");
    flow.keys("<down>").keys("<enter>").shows("班次台账");
    flow.keys("<enter>").shows("新增：班次");
    flow.keys("叉车一班<esc>").shows("已暂存");
    flow.keys("<f2>").shows("班次");
    // The kept form stands after what is due.
    flow.keys("<end><enter>")
        .shows("新增：班次")
        .shows("叉车一班");
    let stage = kinds::class::KIND
        .fields
        .iter()
        .position(|f| f.name == "stage")
        .unwrap();
    let at_title = 0;
    for _ in at_title..stage {
        flow.keys("<tab>");
    }
    flow.keys("2<ctrl-s>").shows("已保存班次：B0001 叉车一班");
    flow.keys("<f4><ctrl-w><down><enter>")
        .shows("B0001")
        .shows("已批准");
    flow.keys("<ctrl-b>").shows("台账 · 叉车一班").shows("参训");
    flow.keys("<down><enter>").shows("参训台账 · 叉车一班");
    flow.keys("<enter>").shows("新增：参训");
    flow.keys("lml").shows("Tab 选 李明朗");
    flow.keys("<tab><tab>2<ctrl-s>").shows("已保存参训：CX0001");
    // The same person a second time is refused, and nothing typed is lost.
    flow.keys("<ctrl-t>lml<tab><tab>2<ctrl-s>")
        .shows("已有这样的一条")
        .shows("李明朗");
}

#[test]
fn a_filter_picks_by_field_and_says_what_it_does_not_know() {
    let mut flow = Flow::demo();
    flow.keys("lml<enter><ctrl-w><enter><enter>林<ctrl-s>");
    flow.keys("<ctrl-t>陈<ctrl-s>").shows("2 条");
    flow.keys("<tab>摸底人:陈").shows("1 条").hides("MD0001");
    flow.keys("<esc><tab>颜色:红")
        .shows("没有这一栏：颜色:红")
        .shows("MD0001");
}

#[test]
fn who_reads_no_chinese_can_keep_a_ledger() {
    let mut flow = Flow::sized(Lang::En, (120, 36));
    flow.keys("lml<enter><ctrl-w>")
        .shows("Ledgers")
        .shows("Survey")
        .shows("Employment");
    flow.keys("<enter><enter>")
        .shows("New: Survey")
        .shows("Wish for training");
    flow.keys("Lin<ctrl-s>").shows("Saved Survey: MD0001");
}
