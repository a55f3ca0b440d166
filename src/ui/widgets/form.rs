//! A form: fields of text and fields answered by digits, one of them with the focus.
//!
//! Absent on purpose: what the answers mean. The screen reads them by field name.

mod draw;

use super::Input;
use crate::ui::screen::{Common, Edit, Focus};

/// What a field takes.
#[derive(Debug, Clone)]
pub(crate) enum FieldKind {
    /// Text, on as many rows as it needs.
    Text(Input),
    /// Answers by digit. With `many`, a digit adds or removes; else it answers and moves on.
    Choice {
        /// Digit and words of each answer.
        options: Vec<(char, &'static str)>,
        /// Digits that are chosen, in the order of the answers.
        picked: Vec<char>,
        /// Several answers are allowed.
        many: bool,
    },
}

/// A field of a form.
#[derive(Debug, Clone)]
pub(crate) struct Field {
    /// Name for the screen and for drafts.
    pub(crate) name: &'static str,
    /// Words before it.
    pub(crate) label: String,
    pub(crate) kind: FieldKind,
    /// What is wrong with it, or what it means; drawn beside it.
    pub(crate) remark: String,
    /// What can be answered, or what was understood; drawn below it while it has the focus.
    pub(crate) under: String,
    /// Passed over and not drawn (a question that does not arise).
    pub(crate) hidden: bool,
}

impl Field {
    pub(crate) fn text(name: &'static str, label: impl Into<String>, text: &str) -> Self {
        Self {
            name,
            label: label.into(),
            kind: FieldKind::Text(Input::new(text)),
            remark: String::new(),
            under: String::new(),
            hidden: false,
        }
    }

    pub(crate) fn choice(
        name: &'static str,
        label: impl Into<String>,
        options: Vec<(char, &'static str)>,
        many: bool,
    ) -> Self {
        Self {
            name,
            label: label.into(),
            kind: FieldKind::Choice {
                options,
                picked: Vec::new(),
                many,
            },
            remark: String::new(),
            under: String::new(),
            hidden: false,
        }
    }

    /// What stands in it as text: the text, or the digits.
    pub(crate) fn value(&self) -> String {
        match &self.kind {
            FieldKind::Text(input) => input.text().to_owned(),
            FieldKind::Choice { picked, .. } => picked.iter().collect(),
        }
    }

    /// Puts text or digits in; digits that are no answer are passed over.
    pub(crate) fn set(&mut self, value: &str) {
        match &mut self.kind {
            FieldKind::Text(input) => input.set(value),
            FieldKind::Choice {
                options,
                picked,
                many,
            } => {
                let answers = options.iter().map(|(digit, _)| *digit);
                *picked = answers
                    .filter(|digit| value.contains(*digit))
                    .take(if *many { options.len() } else { 1 })
                    .collect();
            }
        }
    }
}

/// What an edit did to a form.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum FormChange {
    /// Nothing that counts.
    None,
    /// This field has another value.
    Changed(&'static str),
}

/// Fields, and which of them has the focus.
#[derive(Debug, Clone, Default)]
pub(crate) struct Form {
    pub(crate) fields: Vec<Field>,
    pub(crate) at: usize,
}

impl Form {
    pub(crate) fn new(fields: Vec<Field>) -> Self {
        Self { fields, at: 0 }
    }

    pub(crate) fn field(&self, name: &str) -> Option<&Field> {
        self.fields.iter().find(|field| field.name == name)
    }

    pub(crate) fn field_mut(&mut self, name: &str) -> Option<&mut Field> {
        self.fields.iter_mut().find(|field| field.name == name)
    }

    /// What stands in a field; empty where there is no such field.
    pub(crate) fn value(&self, name: &str) -> String {
        self.field(name).map(Field::value).unwrap_or_default()
    }

    /// The one digit that answers a field.
    pub(crate) fn digit(&self, name: &str) -> Option<char> {
        self.value(name).chars().next()
    }

    /// Moves the focus to a field.
    pub(crate) fn focus_on(&mut self, name: &str) {
        if let Some(at) = self.fields.iter().position(|field| field.name == name) {
            self.at = at;
        }
    }

    pub(crate) fn focused(&self) -> Option<&Field> {
        self.fields.get(self.at)
    }

    /// What has the focus, for the routing of keys.
    pub(crate) fn focus(&self) -> Focus {
        match self.focused().map(|field| &field.kind) {
            Some(FieldKind::Choice { .. }) => Focus::Choice,
            _ => Focus::Text { empty: false },
        }
    }

    /// To the next (or previous) field that is seen; stops at the ends.
    pub(crate) fn step(&mut self, forward: bool) {
        let mut at = self.at;
        loop {
            let next = if forward {
                at + 1
            } else {
                match at.checked_sub(1) {
                    Some(at) => at,
                    None => return,
                }
            };
            match self.fields.get(next) {
                None => return,
                Some(field) if field.hidden => at = next,
                Some(_) => {
                    self.at = next;
                    return;
                }
            }
        }
    }

    /// Tab, arrows and the like; true where the focus moved.
    pub(crate) fn shift(&mut self, common: Common) -> bool {
        let before = self.at;
        match common {
            Common::Down | Common::NextField => self.step(true),
            Common::Up | Common::PreviousField => self.step(false),
            _ => {}
        }
        before != self.at
    }

    /// Typing in the focused field. A digit that answers moves on to the next field.
    pub(crate) fn edit(&mut self, edit: &Edit) -> FormChange {
        let Some(field) = self.fields.get_mut(self.at) else {
            return FormChange::None;
        };
        let name = field.name;
        match &mut field.kind {
            FieldKind::Text(input) => {
                if input.edit(edit) {
                    field.remark.clear();
                    field.under.clear();
                    FormChange::Changed(name)
                } else {
                    FormChange::None
                }
            }
            FieldKind::Choice {
                options,
                picked,
                many,
            } => match edit {
                Edit::Insert(c) => {
                    let digit = crate::text::fold::half_width(*c);
                    if !options.iter().any(|(d, _)| *d == digit) {
                        return FormChange::None;
                    }
                    if *many {
                        match picked.iter().position(|d| *d == digit) {
                            Some(at) => {
                                picked.remove(at);
                            }
                            None => {
                                picked.push(digit);
                                let place =
                                    |digit: &char| options.iter().position(|(d, _)| d == digit);
                                picked.sort_by_key(place);
                            }
                        }
                    } else {
                        *picked = vec![digit];
                        self.step(true);
                    }
                    FormChange::Changed(name)
                }
                Edit::Backspace | Edit::Delete if !picked.is_empty() => {
                    picked.clear();
                    FormChange::Changed(name)
                }
                _ => FormChange::None,
            },
        }
    }
}
