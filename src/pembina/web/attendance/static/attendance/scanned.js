// The page opened from the store of the phone at the address of a session: its code stands in the address.
document.getElementById("id_kode").value = new URLSearchParams(location.search).get("kode") || "";
