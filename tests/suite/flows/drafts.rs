//! Half-filled forms: kept when left, offered again, gone once saved.

use super::Flow;

#[test]
fn a_form_that_was_left_goes_on_where_it_was() {
    let mut flow = Flow::demo();
    flow.keys("lml<enter><ctrl-r>21<tab>等她先生回来再说<esc>")
        .shows("已暂存");
    // From the person: with one key, and the usual keys mean the usual answers.
    flow.keys("<ctrl-r>")
        .shows("接着填")
        .shows("等她先生回来再说");
    flow.keys("<esc><f2>")
        .shows("暂存 1 份")
        .shows("李明朗(尾号3217)");
    flow.keys("<end><enter>")
        .shows("等她先生回来再说")
        .shows("34岁");
    flow.keys("213<ctrl-s>").shows("已记：李明朗(尾号3217)");
    flow.hides("暂存 1 份");
    flow.keys("lml<enter><ctrl-r>").hides("接着填");
}

#[test]
fn a_form_is_dropped_only_for_a_count() {
    let mut flow = Flow::demo();
    flow.keys("lml<enter><ctrl-r>21<tab>写错了<esc><ctrl-r>");
    flow.keys("<ctrl-d>").shows("输入 3 再回车");
    flow.keys("<enter><enter>").shows("删除暂存");
    flow.keys("3<enter>").shows("已删除暂存");
    flow.keys("<ctrl-r>").hides("写错了");
}

#[test]
fn the_phone_rings_in_the_middle_and_nothing_is_lost() {
    let mut flow = Flow::demo();
    flow.keys("lml<enter><ctrl-r>21<tab>问社保");
    // Somebody else calls: their contact is logged above the open form.
    flow.keys("<ctrl-f>陈美玲<enter><ctrl-r>311<ctrl-s>")
        .shows("已记：陈美玲");
    flow.keys("<esc><esc>");
    flow.shows("李明朗(尾号3217)").shows("问社保");
}
