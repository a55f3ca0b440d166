//! The time as data: read once at the edge, handed to every use case.

use chrono::{DateTime, FixedOffset, NaiveDate, TimeDelta};

/// A moment at the counter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Moment {
    /// The clock's time with its zone; the journal keeps this and nothing else.
    pub now: DateTime<FixedOffset>,
    /// The day that rules, ages, queues and logs use; `--today` may set it apart from `now`.
    pub today: NaiveDate,
}

impl Moment {
    /// When something that happens right now takes place for the log: the day in use at the clock's hour.
    pub fn at(&self) -> DateTime<FixedOffset> {
        self.today
            .and_time(self.now.time())
            .and_local_timezone(*self.now.offset())
            .single()
            .unwrap_or(self.now)
    }

    /// True where a time lies after this moment, by the clock and by the day in use. A minute is let
    /// pass: the form that was filled looked at the clock before.
    pub fn is_future(&self, at: DateTime<FixedOffset>) -> bool {
        at > self.now.max(self.at()) + TimeDelta::minutes(1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn moment(today: &str) -> Moment {
        Moment {
            now: "2026-11-21T10:00:00+08:00".parse().unwrap(),
            today: today.parse().unwrap(),
        }
    }

    #[test]
    fn the_day_in_use_moves_the_log_and_not_the_journal() {
        let shifted = moment("2027-03-01");
        assert_eq!(shifted.at().to_rfc3339(), "2027-03-01T10:00:00+08:00");
        assert_eq!(shifted.now.to_rfc3339(), "2026-11-21T10:00:00+08:00");
    }

    #[test]
    fn later_than_now_is_the_future() {
        let plain = moment("2026-11-21");
        assert!(plain.is_future("2026-11-21T10:01:01+08:00".parse().unwrap()));
        assert!(!plain.is_future("2026-11-21T10:00:59+08:00".parse().unwrap()));
        let shifted = moment("2027-03-01");
        assert!(!shifted.is_future("2027-02-28T23:00:00+08:00".parse().unwrap()));
        assert!(shifted.is_future("2027-03-02T00:00:00+08:00".parse().unwrap()));
        // A day in use that lies in the past does not make the present a future.
        assert!(!moment("2026-01-01").is_future("2026-11-21T09:00:00+08:00".parse().unwrap()));
    }
}
