package config

// SettingNames returns the keys of config.toml.
func SettingNames() []string { return form[Config]{rows: settings}.names() }
