//! Times and shares, as they are printed.

use std::time::Duration;

/// Times of one engine.
#[derive(Debug, Default, Clone)]
pub(crate) struct Times(pub(crate) Vec<Duration>);

/// Median, 99th of a hundred, mean; milliseconds.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Figures {
    pub(crate) median: f64,
    pub(crate) p99: f64,
    pub(crate) mean: f64,
}

impl Times {
    pub(crate) fn figures(&self) -> Figures {
        let mut all: Vec<f64> = self.0.iter().map(|t| t.as_secs_f64() * 1e3).collect();
        all.sort_by(f64::total_cmp);
        let at = |share: usize| {
            let last = all.len().saturating_sub(1);
            all.get((all.len() * share / 100).min(last))
                .copied()
                .unwrap_or(0.0)
        };
        Figures {
            median: at(50),
            p99: at(99),
            mean: all.iter().sum::<f64>() / all.len().max(1) as f64,
        }
    }
}

impl std::fmt::Display for Figures {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Self { median, p99, mean } = self;
        write!(
            f,
            "median {median:.3} ms, p99 {p99:.3} ms, mean {mean:.3} ms"
        )
    }
}

/// The part of the people meant among those shown, a query after the other.
#[derive(Debug, Default)]
pub(crate) struct Shares(Vec<f64>);

impl Shares {
    /// `good` of those shown are meant, and `could` be at most.
    pub(crate) fn add(&mut self, good: usize, could: usize) {
        if could > 0 {
            self.0.push(good as f64 / could as f64);
        }
    }

    pub(crate) fn percent(&self) -> f64 {
        self.0.iter().sum::<f64>() * 100.0 / self.0.len().max(1) as f64
    }
}

/// What is asked of the index beside a peer: one over so many of the peer's figure.
pub(crate) struct Goal {
    pub(crate) peer: &'static str,
    pub(crate) figure: &'static str,
    pub(crate) at_least: f64,
}

/// The goals at a million people, beside the peers in one run.
pub(crate) const GOALS: [Goal; 10] = [
    goal("SkimMatcherV2", "median", 1_000.0),
    goal("neo_frizbee", "median", 100.0),
    goal("memmem over one blob", "median", 20.0),
    goal("SkimMatcherV2", "p99", 200.0),
    goal("nucleo-matcher", "p99", 200.0),
    goal("neo_frizbee", "p99", 20.0),
    goal("memmem over one blob", "p99", 3.0),
    goal("LIKE, ranked", "mean", 200.0),
    goal("FTS5 trigram, bm25", "mean", 8.0),
    goal("FTS5 pinyin prefix, bm25", "mean", 8.0),
];

const fn goal(peer: &'static str, figure: &'static str, at_least: f64) -> Goal {
    Goal {
        peer,
        figure,
        at_least,
    }
}
