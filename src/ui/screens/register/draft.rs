//! The form as a kept draft (暂存), and back. What is kept besides the fields says which use of the
//! form it was, and carries the person's identity: a draft that was saved after all is one person.

use super::{
    Mode, Register, Waiting,
    fields::{GROUP_LINES, GROUPS},
    words,
};
use crate::{
    domain::{
        draft::Draft,
        group::{Group, Membership},
        hint::PlaceHint,
        ids::PersonId,
        person::PersonField,
    },
    effect::Ask,
    ui::{
        cx::Cx,
        notice::Notice,
        screen::{Screen, Step},
    },
};

const PERSON: &str = "person";
const MODE: &str = "mode";
const BY_HAND: &str = "by_hand";
const GROUP_CODES: &str = "group_codes";
const PLACE: &str = "place";

fn kept<'a>(draft: &'a Draft, name: &str) -> Option<&'a str> {
    let found = draft.fields.iter().find(|(field, _)| field == name);
    found.map(|(_, value)| value.as_str())
}

impl Register {
    pub(super) fn to_draft(&self, cx: &Cx<'_>) -> Draft {
        let name = self.form.value(PersonField::Name.code());
        let who = match name.trim() {
            "" => words::nobody_yet(cx.lang).into_owned(),
            name => name.to_owned(),
        };
        let (title, person, mode) = match self.mode {
            Mode::New => (words::draft_new(cx.lang, &who), None, "new"),
            Mode::Fair(_) => (words::draft_new(cx.lang, &who), None, "fair"),
            Mode::Edit(id) => (words::draft_edit(cx.lang, &who), Some(id), "edit"),
        };
        let by_hand: Vec<&str> = self.by_hand.iter().copied().collect();
        let codes: Vec<&str> = self.groups.iter().map(|m| m.group.code()).collect();
        let mut fields: Vec<(String, String)> = vec![
            (PERSON.into(), self.id.to_string()),
            (MODE.into(), mode.into()),
            (BY_HAND.into(), by_hand.join(" ")),
            (GROUP_CODES.into(), codes.join(" ")),
        ];
        if let Some(place) = &self.place {
            let parts = [&place.name, &place.city, &place.county, &place.code];
            fields.push((PLACE.into(), parts.map(String::as_str).join("\t")));
        }
        // What the record says is read again when the form is taken up.
        let typed = self
            .form
            .fields
            .iter()
            .filter(|f| self.by_hand.contains(f.name));
        fields.extend(typed.map(|field| (field.name.to_owned(), field.value())));
        Draft {
            id: self.draft,
            form: Self::NAME.to_owned(),
            person,
            title: title.into_owned(),
            fields,
            saved_at: cx.moment.now,
        }
    }

    /// A form as it was kept.
    pub(super) fn from_draft(draft: &Draft, cx: &Cx<'_>) -> (Self, Step) {
        let mode = match (draft.person, kept(draft, MODE)) {
            (Some(person), _) => Mode::Edit(person),
            (None, Some("fair")) => Mode::Fair(0),
            _ => Mode::New,
        };
        let mut form = Self::blank(mode, cx);
        form.take_up(draft);
        let mut step = Step::stay();
        if let Mode::Edit(person) = mode {
            form.waiting = Waiting::File;
            step = step.and_ask(Ask::RefreshPerson(person));
        }
        form.refresh(cx);
        let hints = form.ask_hints(cx);
        step.asks.extend(hints.asks);
        (form, step)
    }

    /// An answer to "was something kept of this form before?"
    pub(super) fn kept_before(&mut self, drafts: &[Draft], cx: &Cx<'_>) -> Step {
        let Some(draft) = drafts.first().filter(|_| self.by_hand.is_empty()) else {
            return Step::stay();
        };
        self.take_up(draft);
        self.refresh(cx);
        let time = draft.saved_at.format("%m-%d %H:%M").to_string();
        let drop = cx.key(Self::NAME, "drop");
        Step::say(Notice::info(words::restored(cx.lang, &time, &drop)))
    }

    fn take_up(&mut self, draft: &Draft) {
        self.draft = draft.id;
        if let (Some(id), None) = (kept(draft, PERSON).and_then(PersonId::parse), draft.person) {
            self.id = id;
        }
        let codes = kept(draft, GROUP_CODES).unwrap_or_default();
        let groups: Vec<Group> = codes.split(' ').filter_map(Group::parse).collect();
        let by_hand: Vec<&str> = kept(draft, BY_HAND)
            .unwrap_or_default()
            .split(' ')
            .collect();
        if by_hand.contains(&GROUPS) || by_hand.iter().any(|name| GROUP_LINES.contains(name)) {
            let there = |group: &Group| self.base.groups.iter().find(|m| m.group == *group);
            self.groups = groups
                .iter()
                .map(|group| there(group).cloned().unwrap_or(Membership::undated(*group)))
                .collect();
        }
        if let Some(place) = kept(draft, PLACE) {
            let mut parts = place.split('\t').map(str::to_owned);
            let mut next = || parts.next().unwrap_or_default();
            self.place = Some(PlaceHint {
                name: next(),
                city: next(),
                county: next(),
                code: next(),
            });
        }
        for field in &mut self.form.fields {
            if !by_hand.contains(&field.name) {
                continue;
            }
            self.by_hand.insert(field.name);
            if let Some(value) = kept(draft, field.name) {
                field.set(value);
            }
        }
    }
}
