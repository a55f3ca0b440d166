//! What a half-filled form is told while somebody types in it.
//!
//! Absent on purpose: where it is known from (the shipped tables and the register).

/// What stands in the fields that can be helped with.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct HintQuery {
    /// First six digits of the id number; empty where there is none yet.
    pub origin: String,
    /// Year of birth in it.
    pub birth_year: i32,
    /// Letters or characters of a town.
    pub town: String,
    /// Letters or characters of a village in that town.
    pub village: String,
    /// The wish, in words.
    pub wishes: String,
}

/// A town that letters may mean.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlaceHint {
    /// Its name.
    pub name: String,
    /// Its city.
    pub city: String,
    /// Its county; empty where the city has none.
    pub county: String,
    /// Code of the division.
    pub code: String,
}

/// What is known of that.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Hints {
    /// What was asked.
    pub query: HintQuery,
    /// The place of issue in words; `None` where the code was never assigned.
    pub origin: Option<String>,
    /// Towns, the likeliest first.
    pub towns: Vec<PlaceHint>,
    /// Villages in the town, the likeliest first.
    pub villages: Vec<String>,
    /// The occupations that the wish was understood as, as `title（words）`.
    pub understood: Vec<String>,
}
