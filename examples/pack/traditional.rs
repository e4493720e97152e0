//! Traditional Chinese from Simplified: a conversion table well kept by others,
//! and our own exceptions where readers in Hong Kong and Taiwan would stumble.

use std::collections::BTreeMap;

use ferrous_opencc::OpenCC;
use ferrous_opencc::config::BuiltinConfig;

/// Converts Simplified Chinese.
pub(crate) struct Traditional {
    table: OpenCC,
    /// Words of the converted text and what stands for them, longest first.
    exceptions: Vec<(String, String)>,
}

impl Traditional {
    /// Reads the tables.
    ///
    /// # Errors
    /// A sentence that says which table cannot be read.
    pub(crate) fn new() -> Result<Self, String> {
        let table = OpenCC::from_config(BuiltinConfig::S2tw)
            .map_err(|error| format!("the conversion table: {error}"))?;
        let written = crate::common::FILES.iter().find(|(name, _)| *name == "hant.toml");
        let exceptions: BTreeMap<String, String> =
            toml::from_str(written.map_or("", |file| file.1))
                .map_err(|error| format!("hant.toml: {error}"))?;
        let mut exceptions: Vec<_> = exceptions.into_iter().collect();
        exceptions.sort_by_key(|(word, _)| std::cmp::Reverse(word.chars().count()));
        Ok(Self { table, exceptions })
    }

    /// The text in Traditional Chinese.
    pub(crate) fn of(&self, simplified: &str) -> String {
        let mut text = self.table.convert(simplified);
        for (word, ours) in &self.exceptions {
            if text.contains(word.as_str()) {
                text = text.replace(word.as_str(), ours);
            }
        }
        text
    }
}
