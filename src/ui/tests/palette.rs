//! The palette finds every command of every screen.

use super::{opened, started};
use crate::{effect::Ask, text::Lang, ui::testing::Probe};

const SMALL: (u16, u16) = (80, 24);

/// The selected row.
fn selected(probe: &Probe) -> String {
    let picture = probe.dump();
    let row = picture.lines().find(|line| line.contains("│ > "));
    row.unwrap_or_default().to_owned()
}

#[test]
fn the_first_row_prints_or_exports_this_screen_or_says_why_not() {
    let mut probe = started();
    probe.keys("<ctrl-p>");
    assert!(selected(&probe).contains("打印/导出本页（本页没有可导出的内容）"));
    probe.keys("<enter>");
    let picture = probe.dump();
    assert!(picture.contains("[注意] 本页没有可导出的内容"), "{picture}");
    probe.keys("<esc><f6><ctrl-p><enter>");
    assert!(
        probe
            .asked(|ask| matches!(ask, Ask::DayLog { .. }))
            .is_some(),
        "the log is still loading and its keys wait"
    );
    let mut probe = started();
    probe.keys("<f6>");
    log_answered(&mut probe);
    probe.keys("<ctrl-p>");
    assert!(
        selected(&probe).contains("打印/导出本页 "),
        "{}",
        selected(&probe)
    );
    probe.keys("<enter>");
    assert!(
        probe
            .asked(|ask| matches!(ask, Ask::ExportDay { .. }))
            .is_some()
    );
}

fn log_answered(probe: &mut Probe) {
    let failure = crate::domain::failure::Failure::NothingToUndo {};
    probe.answer(
        |ask| matches!(ask, Ask::DayLog { .. }),
        crate::effect::Reply::Failed(failure),
    );
}

#[test]
fn every_screens_commands_are_found_in_chinese_in_english_and_by_letters() {
    for typed in ["导出", "dc", "exp", "ｄｃ"] {
        let mut probe = started();
        probe.keys("<ctrl-p>").keys(typed).wait(40);
        let picture = probe.dump();
        assert!(picture.contains("工作日志：导出"), "{typed}\n{picture}");
        // The first row is this screen's own, greyed; the log's comes next.
        probe.keys("<down><enter>");
        assert!(
            probe
                .asked(|ask| matches!(ask, Ask::ExportDay { .. }))
                .is_some(),
            "{typed}\n{}",
            probe.dump()
        );
        assert!(probe.dump().contains("工作日志"));
    }
}

#[test]
fn a_command_that_needs_a_row_leads_to_its_screen_and_says_the_key() {
    let mut probe = started();
    probe.keys("<ctrl-p>作废<enter>");
    let picture = probe.dump();
    assert!(
        picture.contains("已到工作日志") && picture.contains("Ctrl+D"),
        "{picture}"
    );
}

#[test]
fn a_command_that_needs_a_person_is_greyed_with_the_reason() {
    let mut probe = started();
    probe.keys("<ctrl-p>xswz");
    assert!(
        selected(&probe).contains("（先打开人员档案）"),
        "{}",
        probe.dump()
    );
    // With the person open it is the screen's own.
    let mut probe = opened(Lang::Zh, SMALL);
    probe.keys("<ctrl-p>xswz<enter>");
    assert!(probe.asked(|ask| matches!(ask, Ask::Reveal(_))).is_some());
}
