package config

import (
	"cmp"
	"path/filepath"

	"github.com/adrg/xdg"
)

// Paths are the places of the program's files. Nothing of it need exist.
type Paths struct {
	Config      string // config.toml: the settings; read only
	Feeds       string // feeds.toml, beside it: the reader's own feeds; read only
	Corrections string // corrections.tsv, beside it: the reader's word against the tags
	Addresses   string // addresses.tsv, beside it: addresses that the reader has taken for feeds
	Data        string // the folder of everything the program keeps
	Store       string // the database in it

	named bool // the reader named the configuration file, so it must be there
}

// DefaultPaths returns the places that the system has for such files (the XDG
// folders; their counterparts on macOS and Windows), or the data folder and
// the configuration file that the reader named: "" if none was.
func DefaultPaths(dataDir, configFile string) Paths {
	const program = "dateline"
	data := cmp.Or(dataDir, filepath.Join(xdg.DataHome, program))
	file := cmp.Or(configFile, filepath.Join(xdg.ConfigHome, program, "config.toml"))
	return Paths{
		Config:      file,
		Feeds:       filepath.Join(filepath.Dir(file), "feeds.toml"),
		Corrections: filepath.Join(filepath.Dir(file), "corrections.tsv"),
		Addresses:   filepath.Join(filepath.Dir(file), "addresses.tsv"),
		Data:        data,
		Store:       filepath.Join(data, "dateline.db"),
		named:       configFile != "",
	}
}
