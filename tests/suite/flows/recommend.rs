//! Recommending: from a person to a vacancy or course, and from a vacancy to those whom it fits.

use super::Flow;
use zhipei::{
    domain::{
        offer::OfferKind,
        recommendation::{Recommendation, Response},
    },
    runtime::clock::Clock,
};

/// What 李明朗 was recommended since the flow began.
fn recommended(flow: &Flow) -> Vec<Recommendation> {
    let moment = Clock::fixed("2026-11-20T09:30:00+08:00".parse().unwrap()).moment();
    let person = flow.office().search("李明朗", 1, &moment).unwrap().found[0]
        .1
        .id;
    let file = flow.office().refresh_person(person, &moment).unwrap();
    let today = moment.today;
    let all = file.recommendations.into_iter();
    all.filter(|recommendation| recommendation.on == today)
        .collect()
}

#[test]
fn the_best_vacancy_takes_three_keys_and_stands_in_the_file() {
    let mut flow = Flow::demo();
    flow.keys("lml<enter>");
    assert_eq!(recommended(&flow), []);
    let before = flow.pressed;
    flow.keys("<ctrl-t>1<ctrl-s>");
    assert!(flow.pressed - before <= 4);
    flow.shows("已记：李明朗(尾号3217) 窗口·有意向待回复");
    let made = recommended(&flow);
    assert_eq!(made.len(), 1, "{made:?}");
    assert_eq!(made[0].offer.kind(), OfferKind::Vacancies);
    assert_eq!(made[0].response, Response::Willing);
    assert!(!made[0].reasons.is_empty());
    flow.keys("<f6>").shows("岗位推荐").shows("推荐 ");
}

#[test]
fn the_best_course_takes_three_keys_too() {
    let mut flow = Flow::demo();
    flow.keys("lml<enter>");
    let before = flow.pressed;
    flow.keys("<ctrl-b>1<ctrl-s>");
    assert!(flow.pressed - before <= 3);
    flow.shows("已记：李明朗(尾号3217) 窗口·已报名/约面试");
    let made = recommended(&flow);
    assert_eq!(made.len(), 1, "{made:?}");
    assert_eq!(made[0].offer.kind(), OfferKind::Courses);
    // The line goes on in the next where it is long.
    let begins: String = made[0].title.chars().take(6).collect();
    flow.shows(&format!("推荐 {begins}"));
    // One key takes back the contact and what was recommended in it, and says so.
    flow.keys("<f2><ctrl-z>")
        .shows(&format!("连同推荐 {begins}"));
    assert_eq!(recommended(&flow), []);
}

#[test]
fn a_vacancy_lists_whom_it_fits_and_what_the_others_lack() {
    let mut flow = Flow::demo();
    flow.keys("<f5><tab>叉车<enter>")
        .shows("李明朗")
        .shows("可推荐")
        .shows("没有记录");
    // What is sensitive is one neutral mark on a list of people.
    for _ in 0..4 {
        flow.hides("残疾");
        flow.keys("<pgdn>");
    }
    // A near-miss is recommended only with a written ground.
    flow.keys("<end><ctrl-t>1<ctrl-s>").hides("已记");
}
