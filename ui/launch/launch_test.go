package launch

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"go.uber.org/goleak"
)

// actAs is the variable that makes the test binary one of the programs.
const actAs = "LAUNCH_TEST_ACTS_AS"

// programs are what the test binary can be: they stand for the reader's own.
var programs = map[string]func(){
	"record": record,
	"linger": func() { // records, and stays while the record does
		for record(); ; time.Sleep(10 * time.Millisecond) {
			if _, err := os.Stat(os.Getenv("RECORD")); err != nil {
				return
			}
		}
	},
	"code 3": func() { os.Exit(3) },
	"cat":    func() { _, _ = io.Copy(os.Stdout, os.Stdin) },
	"environ": func() {
		fmt.Println(os.Getenv("DATELINE_TITLE"), len(os.Args), os.Getenv("DATELINE_URL"))
	},
	"complain": func() {
		fmt.Print("half a text")
		fmt.Fprint(os.Stderr, "first\n\x1b[31mno such\tlanguage\x1b]0;x\x07\n")
		os.Exit(2)
	},
	"flood": func() { // never ends by itself
		signal.Ignore(syscall.SIGPIPE)
		for {
			_, _ = os.Stdout.Write(bytes.Repeat([]byte("word "), 1000))
		}
	},
	"silent": func() { time.Sleep(time.Hour) },
	"deaf":   func() { os.Stdin.Close(); fmt.Print("done") },
	"terminal": func() { // says whether it can write on the screen
		f, err := os.OpenFile("/dev/tty", os.O_WRONLY, 0)
		if err == nil {
			f.Close()
		}
		fmt.Print("screen: ", err == nil)
	},
	"parent": func() { // has a child that outlives it and holds its output
		_ = os.Setenv(actAs, "linger")
		c := exec.Command(os.Args[0])
		c.Stdout = os.Stdout
		_ = c.Start()
		fmt.Print("begun")
	},
	"guardian": func() { // waits for its child
		_ = os.Setenv(actAs, "linger")
		_ = exec.Command(os.Args[0]).Run()
	},
}

// record writes its words to the file in $RECORD.
func record() {
	words, _ := json.Marshal(os.Args[1:])
	_ = os.WriteFile(os.Getenv("RECORD"), words, 0o600)
}

func TestMain(m *testing.M) {
	if act, ok := programs[os.Getenv(actAs)]; ok {
		act()
		os.Exit(0)
	}
	goleak.VerifyTestMain(m)
}

// program returns a file that acts as one of the programs, under a name.
func program(t *testing.T, acts, name string) string {
	t.Helper()
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	t.Setenv(actAs, acts)
	link := filepath.Join(t.TempDir(), name)
	if err := os.Symlink(self, link); err != nil {
		t.Skipf("no links here: %v", err)
	}
	return link
}

// recorded returns what "record" wrote, once it has.
func recorded(t *testing.T, file string) []string {
	t.Helper()
	for deadline := time.Now().Add(20 * time.Second); ; time.Sleep(5 * time.Millisecond) {
		var words []string
		if text, err := os.ReadFile(file); err == nil && json.Unmarshal(text, &words) == nil {
			return words
		}
		if time.Now().After(deadline) {
			t.Fatal("the program was not started")
		}
	}
}

func checkError(t *testing.T, err error, want string) {
	t.Helper()
	if got := fmt.Sprint(err); !strings.Contains(got, want) {
		t.Errorf("error %q, want %q in it", got, want)
	}
}
