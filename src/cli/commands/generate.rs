//! `completions` and `man`: made from the grammar, so that they never lag behind it.

use super::Answer;
use crate::{
    cli::{Session, help, out::End},
    domain::failure::Failure,
};

pub(super) fn completions(shell: clap_complete::Shell, session: &mut Session<'_>) -> Answer {
    let mut bytes = Vec::new();
    let mut command = help::command(session.lang());
    clap_complete::generate(shell, &mut command, "zhipei", &mut bytes);
    session.out.bytes(&bytes);
    Ok(End::Done)
}

pub(super) fn man(session: &mut Session<'_>) -> Answer {
    let mut bytes = Vec::new();
    clap_mangen::Man::new(help::command(session.lang()))
        .render(&mut bytes)
        .map_err(|e| Failure::Bug {
            detail: e.to_string(),
        })?;
    session.out.bytes(&bytes);
    Ok(End::Done)
}
