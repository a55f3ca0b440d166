//! What was done, to whom, and what was promised: the words of the status line.

use super::people;
use crate::{domain::contact::Contact, effect::Receipt, text::Lang};
use chrono::NaiveDate;

crate::messages! {
    logged(what: &str) { zh: "已记：{what}", en: "Logged: {what}" }
    registered(who: &str, state: &str, reference: &str) { zh: "已登记：{who} {state} {reference}", en: "Registered: {who} {state} {reference}" }
    edited(who: &str) { zh: "已修改资料：{who}", en: "Record edited: {who}" }
    merged(who: &str) { zh: "已合并为：{who}", en: "Merged into: {who}" }
    corrected(what: &str) { zh: "已更正：{what}", en: "Corrected: {what}" }
    cancelled(what: &str) { zh: "已作废：{what}", en: "Cancelled: {what}" }
    undone(what: &str) { zh: "已撤销：{what}", en: "Undone: {what}" }
    redone(what: &str) { zh: "已恢复：{what}", en: "Redone: {what}" }
    offered(what: &str) { zh: "推荐 {what}", en: "recommended {what}" }
    exported_mine(rows: usize, path: &str) { zh: "已导出我记的 {rows} 条：{path}", en: "Exported my {rows} contacts: {path}" }
    exported_all(rows: usize, path: &str) { zh: "已导出全部经办人的 {rows} 条：{path}", en: "Exported everyone's {rows} contacts: {path}" }
    saved(kind: &str, title: &str) { zh: "已保存{kind}：{title}", en: "Saved {kind}: {title}" }
    saved_many(kind: &str, count: usize) { zh: "已保存{kind} {count} 条", en: "Saved {count}: {kind}" }
    look_at(line: &str, warnings: &str) { zh: "{line}；请核对：{warnings}", en: "{line}; please check: {warnings}" }
    removed(kind: &str) { zh: "已撤下一条{kind}，可撤销", en: "One entry taken back, can be undone: {kind}" }
    view_kept(name: &str) { zh: "已存常用名单：{name}", en: "List kept: {name}" }
    view_dropped(name: &str, text: &str) { zh: "已删常用名单：{name}（{text}），可撤销", en: "List deleted, can be undone: {name} ({text})" }
    nobody() { zh: "不留名咨询", en: "no name given" }
}

/// A receipt in one line.
pub(crate) fn words(lang: Lang, receipt: &Receipt, today: NaiveDate) -> String {
    match receipt {
        Receipt::Logged {
            contact,
            id_tail,
            recommended,
        } => {
            let mut line = contact_line(lang, contact, id_tail, today);
            if !recommended.is_empty() {
                let titles = recommended.join(lang.pick("、", ", "));
                line = format!("{line}·{}", offered(lang, &titles));
            }
            logged(lang, &line).into_owned()
        }
        Receipt::Registered(person) => {
            let who = people::named(lang, person);
            registered(lang, &who, person.state.label(lang), &person.reference).into_owned()
        }
        Receipt::Edited(person) => edited(lang, &people::named(lang, person)).into_owned(),
        Receipt::ViewKept(name) => view_kept(lang, name).into_owned(),
        Receipt::ViewDropped(view) => {
            view_dropped(lang, &view.name, &crate::domain::masking::ids(&view.text)).into_owned()
        }
        Receipt::Merged(person) => merged(lang, &people::named(lang, person)).into_owned(),
        Receipt::Corrected(contact) => {
            corrected(lang, &contact_line(lang, contact, "", today)).into_owned()
        }
        Receipt::Cancelled(contact) => {
            cancelled(lang, &contact_line(lang, contact, "", today)).into_owned()
        }
        Receipt::Saved {
            first,
            count,
            warnings,
        } => {
            let kind = first.entry.kind.label(lang);
            let line = if *count > 1 {
                saved_many(lang, kind, *count).into_owned()
            } else {
                let title = format!("{} {}", first.entry.reference, first.title(lang));
                saved(lang, kind, title.trim()).into_owned()
            };
            if warnings.is_empty() {
                return line;
            }
            let warnings = warnings.join(lang.pick("；", "; "));
            look_at(lang, &line, &warnings).into_owned()
        }
        Receipt::Removed(kind) => removed(lang, kind.label(lang)).into_owned(),
        Receipt::Undone(what) => undone(lang, what).into_owned(),
        Receipt::Redone(what) => redone(lang, what).into_owned(),
        Receipt::Exported {
            path,
            rows,
            everyone: true,
        } => exported_all(lang, *rows, path).into_owned(),
        Receipt::Exported { path, rows, .. } => exported_mine(lang, *rows, path).into_owned(),
    }
}

/// `李明朗(尾号3217) 去电·有意向待回复·约周五`.
fn contact_line(lang: Lang, contact: &Contact, id_tail: &str, today: NaiveDate) -> String {
    let record = &contact.record;
    let who = if contact.with_name.is_empty() {
        nobody(lang).into_owned()
    } else {
        people::named_by(lang, &contact.with_name, id_tail)
    };
    let mut parts = vec![record.channel.label(lang), record.outcome.label(lang)];
    if let Some(reason) = record.reason {
        parts.push(reason.label(lang));
    }
    let promise = record.next_due.map(|due| people::promise(lang, due, today));
    parts.extend(promise.as_deref());
    format!("{who} {}", parts.join("·"))
}
