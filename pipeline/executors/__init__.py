"""Where work runs: processes of this machine, or an existing Dask cluster; both are concurrent.futures executors."""
