package main

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"runtime/debug"
	"slices"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
)

func TestMain(m *testing.M) {
	if os.Getenv("DATELINE_RUN_MAIN") == "1" { // this binary is the program: see start
		main()
	}
	testscript.Main(m, map[string]func(){"dateline": main})
}

// TestScripts runs testdata/script: one behaviour a file, with its own texts.
func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir:                 "testdata/script",
		UpdateScripts:       os.Getenv("UPDATE") == "1",
		RequireExplicitExec: true,
		RequireUniqueNames:  true,
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"exits": cmdExits,
			"same":  cmdSame, "unpack": cmdUnpack,
			"rejects": cmdRejects,
			"schema":  cmdSchema,
			"fill":    cmdFill,
		},
		Condition: func(cond string) (bool, error) {
			switch cond {
			case "root":
				return os.Getuid() == 0, nil
			case "race":
				return raceDetector(), nil
			}
			return false, fmt.Errorf("no condition %s", cond)
		},
	})
}

// raceDetector reports whether this binary was built with -race, and so takes
// many times the memory.
func raceDetector() bool {
	info, _ := debug.ReadBuildInfo()
	return info != nil && slices.Contains(info.Settings, debug.BuildSetting{Key: "-race", Value: "true"})
}

// call runs the program in this process and returns its exit code.
func call(t *testing.T, stdin string, args ...string) (code int, stdout, stderr string) {
	t.Helper()
	var out, err bytes.Buffer
	code = run(context.Background(), args, strings.NewReader(stdin), &out, &err)
	return code, out.String(), err.String()
}
