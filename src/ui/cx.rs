//! What a screen may read: size, time, words, keys, theme. No database, no sender.

use super::{ids::IdSource, msg::Moment, theme::Theme, words};
use crate::{
    keymap::{KeyNames, Keymap},
    text::Lang,
};
use chrono::NaiveDate;
use uuid::Uuid;

/// Read-only context of one message or one frame.
pub(crate) struct Cx<'a> {
    pub(crate) lang: Lang,
    pub(crate) theme: &'a Theme,
    pub(crate) moment: Moment,
    /// Columns and rows of the body, without the chrome.
    pub(crate) body: (u16, u16),
    pub(crate) keymap: &'a Keymap,
    /// Section of the nearest full screen below a pop-up; help and palette speak of it.
    pub(crate) below: &'static str,
    pub(super) ids: &'a IdSource,
}

impl Cx<'_> {
    /// Today.
    pub(crate) fn today(&self) -> NaiveDate {
        self.moment.now.date_naive()
    }

    /// A fresh identity for something that a form makes.
    pub(crate) fn fresh_id(&self) -> Uuid {
        self.ids
            .fresh(u64::try_from(self.moment.now.timestamp_millis()).unwrap_or(0))
    }

    /// How keys are named here.
    pub(crate) fn names(&self) -> KeyNames {
        words::key_names(self.lang, self.theme.ascii)
    }

    /// The first key of an action, as hints show it; empty where it has none.
    pub(crate) fn key(&self, section: &str, action: &str) -> String {
        let key = self.keymap.first(section, action, self.names());
        key.unwrap_or_default()
    }

    /// All keys of an action, as help shows them.
    pub(crate) fn keys(&self, section: &str, action: &str) -> String {
        self.keymap.shown(section, action, self.names())
    }
}
