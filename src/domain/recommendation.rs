//! A recommendation (推荐): a course or vacancy put to a person, and what they said.

use super::{
    ids::{ContactId, PersonId, RecommendationId},
    labels::labels,
    offer::OfferId,
};
use chrono::NaiveDate;

labels! {
    /// 回应: what the person said to it.
    pub enum Response {
        Willing = "willing", '1', "有意", "Willing";
        Undecided = "undecided", '2', "待定", "Undecided";
        Unwilling = "unwilling", '3', "无意", "Not willing";
    }
}

/// A recommendation as it stands on the record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Recommendation {
    /// Identity.
    pub id: RecommendationId,
    /// To whom.
    pub person: PersonId,
    /// What.
    pub offer: OfferId,
    /// Its title at that moment.
    pub title: String,
    /// Employer or training body at that moment.
    pub by: String,
    /// The contact in which it was made.
    pub contact: ContactId,
    /// Day.
    pub on: NaiveDate,
    /// What the person said.
    pub response: Response,
    /// The reasons at that moment, one a line.
    pub reasons: String,
    /// Ground given where the offer did not fit (仍要推荐).
    pub override_reason: String,
}
