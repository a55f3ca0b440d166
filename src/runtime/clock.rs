//! The only place that reads the clock. Everywhere else time is data.

use crate::office::Moment;
use chrono::{DateTime, FixedOffset, Local, NaiveDate};
use std::time::{Duration, Instant};

/// Where moments come from.
#[derive(Debug, Clone, Copy)]
pub struct Clock {
    source: Source,
    today: Option<NaiveDate>,
}

#[derive(Debug, Clone, Copy)]
enum Source {
    System,
    Fixed(DateTime<FixedOffset>),
}

impl Clock {
    /// The computer's clock; `today` sets the day that rules, ages, queues and logs use.
    pub fn system(today: Option<NaiveDate>) -> Self {
        Self {
            source: Source::System,
            today,
        }
    }

    /// A clock that stands still, for tests and generated offices.
    pub fn fixed(now: DateTime<FixedOffset>) -> Self {
        Self {
            source: Source::Fixed(now),
            today: None,
        }
    }

    /// The moment it is.
    #[expect(
        clippy::disallowed_methods,
        reason = "this is the one place that reads the clock"
    )]
    pub fn moment(&self) -> Moment {
        let now = match self.source {
            Source::System => Local::now().fixed_offset(),
            Source::Fixed(now) => now,
        };
        Moment {
            now,
            today: self.today.unwrap_or_else(|| now.date_naive()),
        }
    }
}

/// Measures how long something takes.
#[derive(Debug, Clone, Copy)]
pub struct Stopwatch(Instant);

impl Stopwatch {
    /// Starts.
    pub fn start() -> Self {
        Self(Instant::now())
    }

    /// The time since the start.
    pub fn elapsed(&self) -> Duration {
        self.0.elapsed()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn today_is_set_apart_from_now() {
        let day: NaiveDate = "2027-03-01".parse().unwrap();
        let moment = Clock::system(Some(day)).moment();
        assert_eq!(moment.today, day);
        assert_ne!(moment.now.date_naive(), day);
    }
}
