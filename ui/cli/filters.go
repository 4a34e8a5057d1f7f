package cli

import "github.com/spf13/cobra"

// filters is a page of the help: how a filter is written.
func filters() *cobra.Command {
	return &cobra.Command{Use: "filters", Short: "How to write a filter", Long: filterHelp}
}

const filterHelp = `A filter is written in the same way after --region, in config.toml, in the
picker (f) and in a search (/) of the dashboard. Blanks part its terms.

  sahel                 a place alone: a region, an area, a bloc, a country
  ua  "south sudan"     countries by code or by name
  region:sahel          about a country there, or the text names the place
  country:cd,rw         about one of these countries
  tag:nato              the text names it
  tag:nato/*            the text names it, or is about any member
  ~ir  country:~ir      the country is at least mentioned
  -country:il  -sahel   take away: a - before any term
  region:world          what has no country
  all                   everything

Of one kind any place is enough: region:sahel,gulf. Kinds narrow each other:
region:sahel country:ng is what is about Nigeria in the Sahel. Places without a
kind are one kind: sahel ua is the Sahel or Ukraine. In a search, what has no
kind before a colon and no ~ is a word to search.

A wrong word lets nothing pass: it is told with its column and the nearest
right one. Filters of your own have a name in the table [filters] of
config.toml, and the name stands for them everywhere but in a search.

  dateline list --region 'region:middle-east -country:il' --since 6h
  dateline --region sahel --region ua
`
