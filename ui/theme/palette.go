package theme

// Hue names the quiet colour that region chips of one continent share.
type Hue string

// The hues, one a continent.
const (
	Americas Hue = "americas"
	Europe   Hue = "europe"
	Africa   Hue = "africa"
	MidEast  Hue = "mideast"
	Asia     Hue = "asia"
	Pacific  Hue = "pacific"
	NoHue    Hue = ""
)

// palette is the colours of one background. All but frame are the colours of
// text: they stand out from the background, and from selected, by 4.5 to 1.
type palette struct {
	meta, accent, alert, frame, selected, link string
	chips                                      map[Hue]string
}

var dark = palette{
	meta: "#969BA4", accent: "#E0A458", alert: "#E87B84", frame: "#4A4F58", selected: "#2A2E36", link: "#8FB4D8",
	chips: map[Hue]string{
		Americas: "#9FB58A", Europe: "#8FA8C8", Africa: "#C8A070",
		MidEast: "#C89090", Asia: "#B49AC0", Pacific: "#80B4B0",
	},
}

var light = palette{
	meta: "#60656E", accent: "#8F5500", alert: "#B02A37", frame: "#B4B8C0", selected: "#E6E8EC", link: "#205493",
	chips: map[Hue]string{
		Americas: "#4A6B2F", Europe: "#2F5480", Africa: "#7A4E12",
		MidEast: "#8A3636", Asia: "#6A4478", Pacific: "#1F6B66",
	},
}
