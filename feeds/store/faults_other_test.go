//go:build !unix

package store_test

// systemFaults are the faults that this system can be brought to.
var systemFaults = []faultKind{{"killed", 30, "", inTurn(killed)}}
