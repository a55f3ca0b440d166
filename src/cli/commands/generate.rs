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
    let command = help::command(session.lang());
    let names: Vec<String> = command
        .get_subcommands()
        .map(|c| c.get_name().to_owned())
        .collect();
    clap_mangen::Man::new(command)
        .render(&mut bytes)
        .map_err(|e| Failure::Bug {
            detail: e.to_string(),
        })?;
    let mut page = String::from_utf8_lossy(&bytes).into_owned();
    for name in names {
        // There is one page; a command's own is its --help.
        let sub_page = format!("zhipei\\-{name}(1)");
        page = page.replace(&sub_page, &format!("zhipei {name}"));
    }
    session.out.bytes(page.as_bytes());
    Ok(End::Done)
}
