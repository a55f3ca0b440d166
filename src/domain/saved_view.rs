//! A text of the box kept under a name (常用名单), so that a daily list is one key away.

use super::ids::SavedViewId;

/// A kept text of the box.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SavedView {
    /// Identity; keeping the same id again replaces it.
    pub id: SavedViewId,
    /// What a list shows.
    pub name: String,
    /// What stands in the box, filters and all.
    pub text: String,
}
