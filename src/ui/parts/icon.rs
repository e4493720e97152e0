//! The drawings that stand beside words: one stroke each, in the colour of the text.

use yew::prelude::*;

use crate::ui::markup::html;

/// A drawing on a grid of 24. It always stands beside a word that says the same,
/// so it is hidden from screen readers.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Icon {
    /// Something to read before going on.
    Alert,
    /// In an app.
    App,
    /// A purchase.
    Bag,
    /// A bank or card.
    Bank,
    /// A conversation.
    Chat,
    /// Done.
    Check,
    /// Leads on, or unfolds.
    Chevron,
    /// A child.
    Child,
    /// Time.
    Clock,
    /// A developer’s matter.
    Code,
    /// A forum.
    Community,
    /// Copies.
    Copy,
    /// A court.
    Court,
    /// Sources contradict each other.
    Disputed,
    /// Unfolds downwards.
    Down,
    /// Leaves at once.
    Exit,
    /// A document.
    File,
    /// Money that is frozen.
    Frozen,
    /// Something to read in two minutes.
    Guide,
    /// A stolen key.
    Key,
    /// Locked.
    Lock,
    /// A mail address.
    Mail,
    /// No network.
    Offline,
    /// Changes something.
    Pen,
    /// A phone.
    Phone,
    /// A number not to call.
    PhoneOff,
    /// A place.
    Pin,
    /// The police.
    Police,
    /// Prints.
    Print,
    /// A public body.
    Regulator,
    /// Searches.
    Search,
    /// Safety.
    Shield,
    /// Speaks.
    Sound,
    /// Money on its way.
    Transfer,
    /// A closed way.
    Wall,
    /// A web page.
    Web,
}

impl Icon {
    /// The stroke, on a grid of 24.
    #[expect(clippy::too_many_lines, reason = "one line for each drawing")]
    pub(crate) const fn path(self) -> &'static str {
        match self {
            Self::Alert => "M12 3.5a8.5 8.5 0 1 1 0 17 8.5 8.5 0 0 1 0-17zM12 7.5v5.5M12 16.3v.01",
            Self::App => {
                "M8.5 3h7a1.5 1.5 0 0 1 1.5 1.5v15a1.5 1.5 0 0 1-1.5 1.5h-7A1.5 1.5 0 0 1 7 19.5v-15A1.5 1.5 0 0 1 8.5 3zM11 18h2M10 7.5h4M10 10.5h4"
            }
            Self::Bag => "M5 8h14l1 12.5H4zM8.5 10.5V7a3.5 3.5 0 0 1 7 0v3.5",
            Self::Bank => {
                "M4.5 5.5h15A1.5 1.5 0 0 1 21 7v10a1.5 1.5 0 0 1-1.5 1.5h-15A1.5 1.5 0 0 1 3 17V7a1.5 1.5 0 0 1 1.5-1.5zM3 10h18M6.5 14.5h4"
            }
            Self::Chat => {
                "M5.5 4.5h13A1.5 1.5 0 0 1 20 6v9a1.5 1.5 0 0 1-1.5 1.5H12l-5 4v-4H5.5A1.5 1.5 0 0 1 4 15V6a1.5 1.5 0 0 1 1.5-1.5zM8 9h8M8 12.5h5"
            }
            Self::Check => "M4.5 12.5l5 5 10-11",
            Self::Chevron => "M9.5 5.5l6 6.5-6 6.5",
            Self::Child => {
                "M12 4a3 3 0 1 1 0 6 3 3 0 0 1 0-6zM6.5 20.5v-3A4.5 4.5 0 0 1 11 13h2a4.5 4.5 0 0 1 4.5 4.5v3"
            }
            Self::Clock => "M12 3.5a8.5 8.5 0 1 1 0 17 8.5 8.5 0 0 1 0-17zM12 7.5V12l3 2",
            Self::Code => "M8 7l-5 5 5 5M16 7l5 5-5 5M13.5 5l-3 14",
            Self::Community => {
                "M4.5 4.5h10A1.5 1.5 0 0 1 16 6v6a1.5 1.5 0 0 1-1.5 1.5H8L4.5 16.5V13.5A1.5 1.5 0 0 1 3 12V6a1.5 1.5 0 0 1 1.5-1.5zM19.5 9A1.5 1.5 0 0 1 21 10.5v6a1.5 1.5 0 0 1-1.5 1.5v2.5L16 18h-4.5"
            }
            Self::Copy => {
                "M10 8.5h8.5A1.5 1.5 0 0 1 20 10v9a1.5 1.5 0 0 1-1.5 1.5H10A1.5 1.5 0 0 1 8.5 19v-9A1.5 1.5 0 0 1 10 8.5zM15.5 8.5V5A1.5 1.5 0 0 0 14 3.5H5.5A1.5 1.5 0 0 0 4 5v9a1.5 1.5 0 0 0 1.5 1.5h3"
            }
            Self::Court => {
                "M12 3.5v17M8 20.5h8M5 6.5h14M5 6.5l-2.5 6.5a2.6 2.6 0 0 0 5 0zM19 6.5l-2.5 6.5a2.6 2.6 0 0 0 5 0z"
            }
            Self::Disputed => "M4 9h16M4 15h16M17 4L7 20",
            Self::Down => "M5.5 9.5l6.5 6 6.5-6",
            Self::Exit => {
                "M11 3.5H6A1.5 1.5 0 0 0 4.5 5v14A1.5 1.5 0 0 0 6 20.5h5M10 12h10.5M16.5 8l4 4-4 4"
            }
            Self::File => {
                "M6 3.5h7.5L18.5 8.5V19a1.5 1.5 0 0 1-1.5 1.5H6A1.5 1.5 0 0 1 4.5 19V5A1.5 1.5 0 0 1 6 3.5zM13 3.5v5.5h5.5"
            }
            Self::Guide => {
                "M12 6.5c-2-1.4-4.9-2-8.5-2V18c3.6 0 6.5.6 8.5 2 2-1.4 4.9-2 8.5-2V4.5c-3.6 0-6.5.6-8.5 2zM12 6.5V20"
            }
            Self::Frozen => {
                "M12 3v18M4.2 7.5l15.6 9M19.8 7.5l-15.6 9M9.5 4.5L12 7l2.5-2.5M9.5 19.5L12 17l2.5 2.5"
            }
            Self::Key => {
                "M8 11.5a4.3 4.3 0 1 1 0 8.6 4.3 4.3 0 0 1 0-8.6zM11 12.7L19.5 4M15.5 8l3 3"
            }
            Self::Lock => {
                "M6.5 10.5h11A1.5 1.5 0 0 1 19 12v7a1.5 1.5 0 0 1-1.5 1.5h-11A1.5 1.5 0 0 1 5 19v-7a1.5 1.5 0 0 1 1.5-1.5zM8 10.5V8a4 4 0 0 1 8 0v2.5M12 14.5v2"
            }
            Self::Mail => {
                "M4.5 5.5h15A1.5 1.5 0 0 1 21 7v10a1.5 1.5 0 0 1-1.5 1.5h-15A1.5 1.5 0 0 1 3 17V7a1.5 1.5 0 0 1 1.5-1.5zM3.5 7l8.5 6 8.5-6"
            }
            Self::Offline => {
                "M2.5 9.5a14 14 0 0 1 5-3.2M11.5 5.5a14 14 0 0 1 10 4M5.8 13a9.2 9.2 0 0 1 4.7-2.5M15 11.2a9.2 9.2 0 0 1 3.2 1.8M9 16.5a4.6 4.6 0 0 1 4.8-.9M12 20v.01M3.5 3.5l17 17"
            }
            Self::Pen => {
                "M4 20l1-4.5L16.5 4a1.8 1.8 0 0 1 2.5 0l1 1a1.8 1.8 0 0 1 0 2.5L8.5 19zM14 6.5l3.5 3.5"
            }
            Self::Phone => {
                "M5 4.5h3.2l1.5 4-2 1.5a11 11 0 0 0 6.3 6.3l1.5-2 4 1.5V19a1.5 1.5 0 0 1-1.6 1.5C10.8 20 4 13.2 3.5 6.1A1.5 1.5 0 0 1 5 4.5z"
            }
            Self::PhoneOff => {
                "M8.2 4.5l1.5 4-2 1.5a11 11 0 0 0 2 3.2M12.4 15.4a11 11 0 0 0 1.6.9l1.5-2 4 1.5V19a1.5 1.5 0 0 1-1.6 1.5c-3-.2-5.8-1.4-8-3.1M7 13.8A15 15 0 0 1 3.5 6.1 1.5 1.5 0 0 1 5 4.5M20.5 3.5l-17 17"
            }
            Self::Pin => {
                "M12 3.5a6.5 6.5 0 0 1 6.5 6.5c0 4.5-6.5 10.5-6.5 10.5S5.5 14.5 5.5 10A6.5 6.5 0 0 1 12 3.5zM12 7.7a2.3 2.3 0 1 1 0 4.6 2.3 2.3 0 0 1 0-4.6z"
            }
            Self::Police => {
                "M12 3l7.5 2.6v5.2c0 4.8-3 8.2-7.5 10.2-4.5-2-7.5-5.4-7.5-10.2V5.6zM12 8l1.1 2.3 2.5.3-1.8 1.7.5 2.5-2.3-1.2-2.3 1.2.5-2.5-1.8-1.7 2.5-.3z"
            }
            Self::Print => {
                "M7 8.5V4h10v4.5M7 16.5H5A1.5 1.5 0 0 1 3.5 15v-5A1.5 1.5 0 0 1 5 8.5h14a1.5 1.5 0 0 1 1.5 1.5v5a1.5 1.5 0 0 1-1.5 1.5h-2M7 13.5h10v7H7z"
            }
            Self::Regulator => {
                "M3.5 9.5L12 4l8.5 5.5zM6 12.5v5M10 12.5v5M14 12.5v5M18 12.5v5M3.5 20.5h17"
            }
            Self::Search => "M10.5 4a6.5 6.5 0 1 1 0 13 6.5 6.5 0 0 1 0-13zM15.5 15.5l5 5",
            Self::Shield => {
                "M12 3l7.5 2.6v5.2c0 4.8-3 8.2-7.5 10.2-4.5-2-7.5-5.4-7.5-10.2V5.6zM8.5 11.8l2.5 2.5 4.5-4.8"
            }
            Self::Sound => {
                "M4 9.5v5h3.5L12 19V5L7.5 9.5zM15.5 9a4.2 4.2 0 0 1 0 6M18 6.5a8 8 0 0 1 0 11"
            }
            Self::Transfer => "M4 8.5h15M15 4.5l4 4-4 4M20 15.5H5M9 11.5l-4 4 4 4",
            Self::Wall => "M3.5 5h17v14h-17zM3.5 9.7h17M3.5 14.3h17M9 5v4.7M15 9.7v4.6M9 14.3V19",
            Self::Web => {
                "M4.5 5h15A1.5 1.5 0 0 1 21 6.5v11a1.5 1.5 0 0 1-1.5 1.5h-15A1.5 1.5 0 0 1 3 17.5v-11A1.5 1.5 0 0 1 4.5 5zM3 9.5h18M7 13h10M7 16h6"
            }
        }
    }
}

/// A drawing the size of the text beside it.
pub(crate) fn icon(icon: Icon) -> Html {
    icon_as(icon, "icon")
}

/// A drawing with its own classes.
pub(crate) fn icon_as(icon: Icon, class: &'static str) -> Html {
    html! {
        <svg class={class} viewBox="0 0 24 24" aria-hidden="true">
            <path class="stroke" d={icon.path()} />
        </svg>
    }
}

/// Four bars, the first `on` of them filled.
pub(crate) fn bars(on: u8) -> Html {
    let bar = |place: u8| {
        let class = if place < on { "bar-on" } else { "bar-off" };
        let (x, y) = (3 + 5 * place, 16 - 4 * place);
        html! {
            <rect class={class} x={x.to_string()} y={y.to_string()} width="3"
                height={(21 - y).to_string()} rx="1" />
        }
    };
    html! {
        <svg class="icon" viewBox="0 0 24 24" aria-hidden="true">
            { bar(0) }{ bar(1) }{ bar(2) }{ bar(3) }
        </svg>
    }
}

/// The mark: a lit doorway in a dark wall.
pub(crate) fn mark() -> Html {
    html! {
        <svg class="brand-mark" viewBox="0 0 32 32" aria-hidden="true">
            <rect class="mark-wall" x="2" y="2" width="28" height="28" rx="7" />
            <path class="mark-beam" d="M12 21h8l3.6 9H8.4z" />
            <path class="mark-light" d="M12 21.5V9.5A1.5 1.5 0 0 1 13.5 8h5A1.5 1.5 0 0 1 20 9.5v12z" />
        </svg>
    }
}
