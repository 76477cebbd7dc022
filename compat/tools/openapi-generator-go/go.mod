module compat

go 1.23
