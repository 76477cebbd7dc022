// Lays a module out as a proxy serves it: publish MODULE_FOLDER VERSION LICENSE PROXY_FOLDER.
package main

import (
	"archive/zip"
	"io"
	"io/fs"
	"log"
	"os"
	"path/filepath"
	"strings"
	"time"
)

func must(err error) {
	if err != nil {
		log.Fatal(err)
	}
}

func main() {
	folder, version, license, proxy := os.Args[1], os.Args[2], os.Args[3], os.Args[4]
	manifest, err := os.ReadFile(filepath.Join(folder, "go.mod"))
	must(err)
	first, _, _ := strings.Cut(string(manifest), "\n")
	module := strings.TrimPrefix(first, "module ")
	place := filepath.Join(proxy, filepath.FromSlash(module), "@v")
	must(os.MkdirAll(place, 0o755))
	put := func(name, text string) { must(os.WriteFile(filepath.Join(place, name), []byte(text), 0o644)) }
	put("list", version+"\n")
	put(version+".info", `{"Version":"`+version+`","Time":"`+time.Unix(0, 0).UTC().Format(time.RFC3339)+`"}`)
	put(version+".mod", string(manifest))

	file, err := os.Create(filepath.Join(place, version+".zip"))
	must(err)
	archive := zip.NewWriter(file)
	add := func(name, from string) {
		source, err := os.Open(from)
		must(err)
		defer source.Close()
		target, err := archive.Create(module + "@" + version + "/" + name)
		must(err)
		_, err = io.Copy(target, source)
		must(err)
	}
	must(filepath.WalkDir(folder, func(path string, entry fs.DirEntry, err error) error {
		if err != nil || !entry.Type().IsRegular() {
			return err
		}
		name, err := filepath.Rel(folder, path)
		if err == nil {
			add(filepath.ToSlash(name), path)
		}
		return err
	}))
	// A module in a subdirectory travels with the licence of its repository.
	add("LICENSE", license)
	must(archive.Close())
	must(file.Close())
}
