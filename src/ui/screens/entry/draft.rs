//! The form as a kept draft (暂存), and back.

use super::{EntryForm, fields, words};
use crate::{
    domain::{
        draft::Draft,
        ids::{EntryId, PersonId},
        ledger::{Entry, Kind, Link, Linked, Listed, Slot, kinds},
    },
    ui::{cx::Cx, screen::Screen as _},
};
use uuid::Uuid;

const KIND: &str = "kind";
const ENTRY: &str = "entry_id";
const REFERENCE: &str = "entry_reference";
const IS_NEW: &str = "is_new";
/// Before the name of a field: what its link leads to.
const LINK: &str = "link:";
/// Between the parts of a link.
const PART: char = '\u{1f}';

pub(super) fn of(form: &EntryForm, cx: &Cx<'_>) -> Draft {
    let kind = form.kind();
    let mut fields: Vec<(String, String)> = vec![
        (KIND.into(), kind.code.into()),
        (ENTRY.into(), form.entry.id.to_string()),
        (REFERENCE.into(), form.entry.reference.clone()),
        (IS_NEW.into(), form.is_new.to_string()),
    ];
    for (at, linked) in &form.links {
        let parts = [
            linked.uid.to_string(),
            linked.name.clone(),
            linked.reference.clone(),
        ];
        let name = format!("{LINK}{}", kind.fields[*at].name);
        fields.push((name, parts.join(&PART.to_string())));
    }
    let answers = form.form.fields.iter();
    fields.extend(answers.map(|field| (field.name.to_owned(), field.value())));
    let person = kind
        .links_to(Link::Person)
        .find_map(|slot| form.links.get(&slot.0));
    let about = person.or_else(|| form.links.values().next());
    let name = about.map_or_else(String::new, |linked| linked.name.clone());
    Draft {
        id: form.draft,
        form: EntryForm::NAME.to_owned(),
        person: person.map(|linked| PersonId(linked.uid)),
        title: words::draft_title(cx.lang, kind.label(cx.lang), &name).into_owned(),
        fields,
        saved_at: cx.moment.now,
    }
}

/// A form as it was kept. One of a kind that this program does not know opens as a survey without
/// anything in it; the draft stays.
pub(super) fn form(draft: &Draft, cx: &Cx<'_>) -> EntryForm {
    let kept = |name: &str| {
        let found = draft.fields.iter().find(|(field, _)| field == name);
        found.map(|(_, value)| value.as_str())
    };
    let kind = kept(KIND)
        .and_then(Kind::named)
        .unwrap_or(&kinds::survey::KIND);
    let id = kept(ENTRY).and_then(EntryId::parse);
    let mut entry = Entry::blank(kind, id.unwrap_or(EntryId(cx.fresh_id())));
    entry.reference = kept(REFERENCE).unwrap_or_default().to_owned();
    let linked = kind.fields.iter().enumerate().filter_map(|(at, field)| {
        let mut parts = kept(&format!("{LINK}{}", field.name))?.split(PART);
        let linked = Linked {
            uid: Uuid::try_parse(parts.next()?).ok()?,
            name: parts.next()?.to_owned(),
            reference: parts.next()?.to_owned(),
        };
        Some((Slot(at), linked))
    });
    let listed = Listed {
        linked: linked.collect(),
        entry,
    };
    let mut form = fields::form(listed, kept(IS_NEW) != Some("false"), cx);
    for field in &mut form.form.fields {
        if let Some(value) = kept(field.name) {
            field.set(value);
        }
    }
    form.draft = draft.id;
    form.touched = true;
    form
}
